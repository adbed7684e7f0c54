import { page } from "~/access";
import { readinessOf } from "../readiness";

/** Whether the portal can do its work: 503 where it cannot. */
export const loader = page.public(async ({ world }) => {
  const readiness = await readinessOf(world);
  return Response.json(readiness, { status: readiness.ready ? 200 : 503 });
});
