import type { Temporal } from "temporal-polyfill";
import { currentEmployment, profileOf } from "~/accounts/queries/profile";
import { type Wording, type WordingKind, wordingInForce } from "~/accounts/wordings";
import { filesOfOwner } from "~/files/queries";
import { civilDateOf } from "~/lib/civil-date";
import type { Db } from "~/schema";
import { allGrades, pricesOn } from "../queries/grades";
import { type Answers, readAnswers } from "./answers";
import { type Application, newestApplication } from "./application";
import { isOpen } from "./rules";
import type { DraftFacts } from "./steps";

/** The owner of the files that an applicant sends; they are removed when the application is decided. */
export const EVIDENCE = "applicationEvidence";

/** The texts that the agreements page shows, in its order. */
const AGREEMENT_TEXTS = [
  "codeOfPractice",
  "privacyNotice",
  "keyFacts",
  "dutyToPay",
  "startAtOnce",
  "marketingEvents",
  "marketingNews",
  "marketingResearch",
] as const satisfies WordingKind[];

export type Agreements = Record<(typeof AGREEMENT_TEXTS)[number], Wording>;

/** The texts that an applicant agrees to today. */
export async function agreementsOn(db: Db, date: string): Promise<Agreements> {
  const entries: [string, Wording][] = [];
  for (const kind of AGREEMENT_TEXTS) entries.push([kind, await wordingInForce(db, kind, date)]);
  return Object.fromEntries(entries) as Agreements;
}

/** Names the versions that a page showed, so that a page left open through a change is noticed. */
export const versionsOf = (agreements: Agreements): string =>
  AGREEMENT_TEXTS.map((kind) => agreements[kind].version).join(".");

export type Grade = Awaited<ReturnType<typeof allGrades>>[number];
export type OfferedPrice = Awaited<ReturnType<typeof pricesOn>>[number];
export interface GradeOffer {
  grade: Grade;
  prices: OfferedPrice[];
}

/** The grades that can be joined on a day, each with its prices. */
export async function gradeOffers(db: Db, date: string): Promise<GradeOffer[]> {
  const prices = await pricesOn(db, date);
  const grades = await allGrades(db);
  return grades
    .map((grade) => ({ grade, prices: prices.filter(({ gradeId }) => gradeId === grade.id) }))
    .filter((offer) => offer.prices.length > 0);
}

/** What a draft has chosen among the grades on offer. */
export function chosen(offers: GradeOffer[], { gradeId, interval }: Answers) {
  const offer = offers.find(({ grade }) => grade.id === gradeId);
  return { grade: offer?.grade, price: offer?.prices.find((one) => one.interval === interval) };
}

export interface Draft {
  application: Application | undefined;
  answers: Answers;
  facts: DraftFacts;
  offers: GradeOffer[];
  agreements: Agreements;
  evidence: { id: string; name: string }[];
}

/** What a person has filled in so far, or what is known of them where they have not begun. */
export async function readDraft(db: Db, personId: string, now: Temporal.Instant): Promise<Draft> {
  const today = civilDateOf(now);
  const newest = await newestApplication(db, personId);
  const application = newest && isOpen(newest.state, newest.hasBegun) ? newest : undefined;
  const answers = application
    ? readAnswers(application.row.answers)
    : await startingAnswers(db, personId);
  const offers = await gradeOffers(db, today);
  const agreements = await agreementsOn(db, today);
  const evidence = application ? await filesOfOwner(db, EVIDENCE, application.row.id) : [];
  const { grade, price } = chosen(offers, answers);
  const facts = {
    hasPrice: price !== undefined,
    asksEvidence: Boolean(grade?.evidence),
    hasEvidence: evidence.length > 0,
    wordingsInForce: versionsOf(agreements),
  };
  return { application, answers, facts, offers, agreements, evidence };
}

async function startingAnswers(db: Db, personId: string): Promise<Answers> {
  const { email: _own, ...profile } = await profileOf(db, personId);
  const employment = await currentEmployment(db, personId);
  const known = {
    ...profile,
    employerName: employment?.employerName,
    employerKind: employment?.kind,
  };
  return Object.fromEntries(Object.entries(known).map(([name, value]) => [name, value ?? ""]));
}
