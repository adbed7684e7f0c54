import type { Temporal } from "temporal-polyfill";
import type { CivilDate } from "~/lib/civil-date";
import { newId } from "~/lib/id";
import type { Db, Trx } from "~/schema";
import {
  insertAcceptance,
  insertConsent,
  insertWording,
  newestWording,
  wordingsOfKind,
} from "./queries/wordings";

/** The texts that people accept or choose, each with its versions. */
export const WORDING_KINDS = [
  "codeOfPractice",
  "privacyNotice",
  "keyFacts",
  "dutyToPay",
  "startAtOnce",
  "marketingEvents",
  "marketingNews",
  "marketingResearch",
] as const;
export type WordingKind = (typeof WORDING_KINDS)[number];

export interface Wording {
  id: string;
  kind: WordingKind;
  version: number;
  title: string;
  /** Markdown. */
  text: string;
}

/** The version of a text that holds on a day. Throws where the association was never given one: set-up gives it all. */
export async function wordingInForce(db: Db, kind: WordingKind, date: CivilDate): Promise<Wording> {
  const row = await newestWording(db, kind, date);
  if (!row) throw new Error(`No wording ${kind} is in force on ${date}`);
  return { id: row.id, kind, version: row.version, title: row.title, text: row.text };
}

/** Publishes the next version of a text, in force from a day. */
export async function publishWording(
  trx: Trx,
  wording: { kind: WordingKind; title: string; text: string; inForceOn: CivilDate },
): Promise<string> {
  const [newest] = await wordingsOfKind(trx, wording.kind);
  const id = newId();
  await insertWording(trx, { id, version: (newest?.version ?? 0) + 1, ...wording });
  return id;
}

/** Keeps that a person accepted a version of a text, and when. */
export const accept = (
  trx: Trx,
  personId: string,
  wordingId: string,
  now: Temporal.Instant,
): Promise<unknown> =>
  insertAcceptance(trx, { id: newId(), personId, wordingId, at: now.toString() });

export interface Choice {
  topic: string;
  choice: "yes" | "no";
  /** The question as it was worded. */
  wordingId: string;
  /** The page where it was asked: `/join/apply/agreements`. */
  source: string;
}

/** Keeps what a person chose about a topic of marketing (PECR reg. 22: consent with its wording and time). */
export const consent = (
  trx: Trx,
  personId: string,
  choice: Choice,
  now: Temporal.Instant,
): Promise<unknown> => insertConsent(trx, { id: newId(), personId, ...choice, at: now.toString() });
