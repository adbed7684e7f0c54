import type { Temporal } from "temporal-polyfill";
import type { ActivityDraft } from "~/cpd/activity-draft";
import { addFirstRules } from "~/cpd/first-rules";
import { openCategories } from "~/cpd/queries/categories";
import { newId } from "~/lib/id";
import { beginSpell } from "~/membership/begin-spell";
import { rewriteCover } from "~/membership/cover-of-person";
import { insertTerm } from "~/membership/queries/terms";
import type { Db } from "~/schema";
import { at } from "../support/clock";
import { person } from "../support/people";

/** The first rules and a grade, unless the portal has them already. */
export async function addRules(db: Db, now: Temporal.Instant = at("2026-04-01")) {
  if ((await openCategories(db)).length === 0)
    await db.transaction().execute((trx) => addFirstRules(trx, now));
  const categories = await openCategories(db);
  const named = (name: string) => categories.find((category) => category.name === name)?.id ?? "";
  return {
    gradeId: await anyGrade(db),
    atWork: named("Learning at work"),
    course: named("Courses and education"),
  };
}

async function anyGrade(db: Db): Promise<string> {
  const known = await db.selectFrom("grades").select("id").executeTakeFirst();
  if (known) return known.id;
  const grade = { id: newId(), name: "Practising member", summary: "", position: 1 };
  await db
    .insertInto("grades")
    .values({ ...grade, review: "automatic", evidence: null, retiredOn: null })
    .execute();
  return grade.id;
}

export interface Stretch {
  beganOn: string;
  endsOn: string;
  /** MM-DD, where the year does not start with the day of joining. */
  yearStarts?: string;
}

/** Somebody with these memberships, each a spell of its own. */
export async function memberWith(db: Db, gradeId: string, name: string, stretches: Stretch[]) {
  const somebody = await person(db, name);
  const { personId } = somebody;
  await db.transaction().execute(async (trx) => {
    for (const { beganOn, endsOn, yearStarts } of stretches) {
      const membershipId = await beginSpell(trx, { personId, applicationId: null, beganOn });
      if (yearStarts)
        await trx
          .updateTable("memberships")
          .set({ yearStarts })
          .where("id", "=", membershipId)
          .execute();
      const id = newId();
      await insertTerm(trx, {
        id,
        membershipId,
        gradeId,
        startsOn: beganOn,
        endsOn,
        source: "grant",
        sourceId: id,
        createdAt: `${beganOn}T09:00:00Z`,
      });
    }
    await rewriteCover(trx, personId);
  });
  return somebody;
}

export const draft = (
  categoryId: string,
  given: Partial<ActivityDraft> = {},
): ActivityDraft & { id: string } => ({
  id: newId(),
  title: "Team case discussion",
  completedOn: "2026-05-03",
  categoryId,
  minutes: 60,
  learned: "",
  ...given,
});
