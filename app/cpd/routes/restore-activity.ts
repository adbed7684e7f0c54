import { redirect } from "@remix-run/node";
import { notFound, page } from "~/access";
import { restoreActivity } from "../delete-activity";

export const loader = page.recordHolder(() => redirect("/cpd/activities/deleted"));

export const action = page.member(async ({ db, actor, params, now }) => {
  const id = params.id ?? "";
  const restored = await restoreActivity(db, actor.personId, id, now);
  if (restored.ok) return redirect(`/cpd/activities/${id}?done=activityRestored`);
  if (restored.error.reason === "notFound") throw notFound();
  return redirect("/cpd/activities/deleted?done=yearClosed");
});
