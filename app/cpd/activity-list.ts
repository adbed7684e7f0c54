import type { Temporal } from "temporal-polyfill";
import { dateInWords } from "~/lib/words";
import type { Db } from "~/schema";
import { currentCycle } from "./cycle";
import { ownActivity } from "./queries/activities";
import { allCategories } from "./queries/categories";
import { cyclesOf } from "./queries/cycles";
import { activitiesPage, deletedActivities } from "./queries/lists";

/** What the address of the list asks for. */
export interface ListQuestion {
  cycle: string;
  category: string;
  formal: string;
  q: string;
  after: string;
}

/** What an address or a posted form asks of the list. */
export function listQuestion(given: URLSearchParams | FormData): ListQuestion {
  const of = (name: string) => String(given.get(name) ?? "").trim();
  return {
    cycle: of("cycle"),
    category: of("category"),
    formal: of("formal"),
    q: of("q").slice(0, 200),
    after: of("after"),
  };
}

/** The address at which a question is answered. */
export const listAddress = (question: ListQuestion): string => {
  const asked = Object.entries(question).filter(([, value]) => value !== "");
  return `/cpd/activities${asked.length > 0 ? `?${new URLSearchParams(asked)}` : ""}`;
};

/** A page of a person's activities, and what the list can be narrowed to. */
export async function activityList(
  db: Db,
  personId: string,
  question: ListQuestion,
  now: Temporal.Instant,
) {
  const cycles = await cyclesToChoose(db, personId, now);
  const cycle = cycles.find(({ startsOn }) => startsOn === question.cycle);
  const page = await activitiesPage(db, personId, {
    from: cycle?.startsOn,
    to: cycle?.endsOn,
    categoryId: question.category || undefined,
    isFormal: question.formal === "" ? undefined : question.formal === "yes",
    words: question.q || undefined,
    after: question.after || undefined,
  });
  return {
    page,
    cycles: cycles.map(({ startsOn, endsOn }) => ({
      value: startsOn,
      label: `${dateInWords(startsOn)} to ${dateInWords(endsOn)}`,
    })),
    categories: (await allCategories(db)).map(({ id, name }) => ({ value: id, label: name })),
  };
}

async function cyclesToChoose(db: Db, personId: string, now: Temporal.Instant) {
  const begun = await cyclesOf(db, personId);
  const current = await currentCycle(db, personId, now);
  const isListed = begun.some(({ startsOn }) => startsOn === current?.startsOn);
  return current && !isListed ? [current, ...begun] : begun;
}

/** An activity that has just been deleted, to offer the way back; null where it is not theirs or not deleted. */
export async function justDeleted(db: Db, personId: string, id: string | null) {
  const activity = id ? await ownActivity(db, personId, id) : undefined;
  return activity?.deletedAt ? { id: activity.id, title: activity.title } : null;
}

export const deletedList = (db: Db, personId: string) => deletedActivities(db, personId);
