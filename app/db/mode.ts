import { EnvironmentProblem } from "~/environment";
import type { Db } from "~/schema";

export type Mode = "demonstration" | "live";

/** A database carries the mode that it was made in and refuses to open in the other. */
export async function claimMode(db: Db, mode: Mode): Promise<void> {
  const fact = await db
    .selectFrom("portalFacts")
    .select("value")
    .where("key", "=", "mode")
    .executeTakeFirst();
  if (!fact) await db.insertInto("portalFacts").values({ key: "mode", value: mode }).execute();
  else if (fact.value !== mode)
    throw new EnvironmentProblem(
      `This database was made in ${fact.value} mode and does not open in ${mode} mode.`,
    );
}
