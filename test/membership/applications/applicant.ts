import type { Answers } from "~/membership/applications/answers";
import { agreementsOn, versionsOf } from "~/membership/applications/draft";
import { giveEvidence } from "~/membership/applications/evidence";
import { saveDraft } from "~/membership/applications/save-draft";
import { submitApplication } from "~/membership/applications/submit";
import { addFirstGrades } from "~/membership/first-grades";
import { addFirstWordings } from "~/membership/first-wordings";
import type { Db } from "~/schema";
import { at } from "../../support/clock";
import { emptyDatabase } from "../../support/database";

/** Everything that the forms ask, but the grade and the versions of the texts. */
export const COMPLETE: Answers = {
  givenName: "Bem",
  familyName: "Adeyemi",
  nation: "Scotland",
  region: "Lothian",
  jobTitle: "Community link worker",
  employerKind: "charity",
  employerName: "Thrive Pentland",
  interval: "year",
  codeOfPractice: "on",
  privacyNotice: "on",
  dutyToPay: "on",
  startAtOnce: "on",
  marketingEvents: "on",
  marketingNews: "",
  marketingResearch: "",
};

/** An association with its first grades and texts. */
export async function association(start = "2026-11-03"): Promise<Db> {
  const db = await emptyDatabase();
  await addTo(db, start);
  return db;
}

export const addTo = (db: Db, start = "2026-11-03") =>
  db.transaction().execute(async (trx) => {
    await addFirstGrades(trx, at(start));
    await addFirstWordings(trx, at(start));
  });

export async function gradeIdOf(db: Db, name: string): Promise<string> {
  const grade = await db
    .selectFrom("grades")
    .select("id")
    .where("name", "=", name)
    .executeTakeFirstOrThrow();
  return grade.id;
}

/** A draft with everything answered; `said` changes or empties some of it. */
export async function draftOf(
  db: Db,
  personId: string,
  { grade = "Practising member", when = "2026-11-03", said = {} as Answers } = {},
): Promise<string> {
  const wordingsShown = versionsOf(await agreementsOn(db, when.slice(0, 10)));
  const answers = { ...COMPLETE, gradeId: await gradeIdOf(db, grade), wordingsShown, ...said };
  const saved = await saveDraft(db, personId, answers, at(when));
  if (!saved.ok) throw new Error(saved.error.reason);
  return saved.value.applicationId;
}

export const A_LETTER = {
  sha256: "a".repeat(64),
  bytes: 3,
  mediaType: "application/pdf",
  name: "letter.pdf",
};

/** An application that the office has to read: a student with a letter. */
export async function sentByStudent(db: Db, personId: string, when = "2026-11-03") {
  const applicationId = await draftOf(db, personId, { grade: "Student", when });
  const given = await giveEvidence(db, personId, A_LETTER, at(when));
  const sent = await submitApplication(db, personId, { note: "" }, at(when));
  if (!given.ok || !sent.ok) throw new Error("The application could not be sent");
  return applicationId;
}

export const stateSinceOf = async (db: Db, id: string): Promise<string> => {
  const { stateSince } = await db
    .selectFrom("applications")
    .select("stateSince")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return stateSince ?? "";
};

/** The names of the mails in the outbox, in their order. */
export const mailsTo = async (db: Db, personId: string): Promise<string[]> => {
  const rows = await db
    .selectFrom("outbox")
    .select("emailName")
    .where("personId", "=", personId)
    .orderBy("createdAt")
    .orderBy("id")
    .execute();
  return rows.map(({ emailName }) => emailName.replace("membership.", ""));
};

/** How many rows a table has. */
export async function count(
  db: Db,
  table: "applications" | "applicationDecisions" | "files" | "acceptances",
): Promise<number> {
  const { rows } = await db
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number>().as("rows"))
    .executeTakeFirstOrThrow();
  return Number(rows);
}

/** What history says of an application, in order. */
export const historyOf = (db: Db, subjectId: string) =>
  db
    .selectFrom("history")
    .select(["act", "actorId", "reason"])
    .where("subjectId", "=", subjectId)
    .orderBy("id")
    .execute();
