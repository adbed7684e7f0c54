import type { Temporal } from "temporal-polyfill";
import { record } from "~/history/record";
import { civilDateOf } from "~/lib/civil-date";
import type { Db, Trx } from "~/schema";
import { consentsOf } from "./queries/wordings";
import { consent, type Wording, type WordingKind, wordingInForce } from "./wordings";

/** What the association may write about beyond what membership needs, each with the wording of its question. */
export const TOPICS = ["events", "news", "research"] as const;
export type Topic = (typeof TOPICS)[number];

const QUESTIONS: Record<Topic, WordingKind> = {
  events: "marketingEvents",
  news: "marketingNews",
  research: "marketingResearch",
};

export interface Preference {
  topic: Topic;
  question: Wording;
  /** The choice that holds, since when and where it was made; null where none was ever made, which means no. */
  held: { choice: "yes" | "no"; at: string; source: string } | null;
}

/** The person's choices as they stand, with today's wording of each question. */
export async function preferencesOf(
  db: Db,
  personId: string,
  now: Temporal.Instant,
): Promise<Preference[]> {
  const made = await consentsOf(db, personId);
  const today = civilDateOf(now);
  return Promise.all(
    TOPICS.map(async (topic) => ({
      topic,
      question: await wordingInForce(db, QUESTIONS[topic], today),
      held: made.find((row) => row.topic === topic) ?? null,
    })),
  );
}

/** Keeps the choices that differ from those that hold, each with the wording that was shown. */
export async function choosePreferences(
  db: Db,
  personId: string,
  chosen: ReadonlySet<string>,
  now: Temporal.Instant,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const changed: string[] = [];
    for (const { topic, question, held } of await preferencesOf(trx, personId, now)) {
      const choice = chosen.has(topic) ? "yes" : "no";
      if (held?.choice === choice) continue;
      const source = "/account/preferences";
      await consent(trx, personId, { topic, choice, wordingId: question.id, source }, now);
      changed.push(topic);
    }
    if (changed.length > 0) await noteChange(trx, personId, changed, now);
  });
}

const noteChange = (trx: Trx, personId: string, topics: string[], now: Temporal.Instant) =>
  record(
    trx,
    {
      actorId: personId,
      act: "accounts.preferencesChanged",
      subject: { kind: "person", id: personId },
      personId,
      changes: Object.fromEntries(topics.map((topic) => [topic, {}])),
    },
    now,
  );
