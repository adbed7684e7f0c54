import { createHash, timingSafeEqual } from "node:crypto";
import type { Temporal } from "temporal-polyfill";
import { emailKeyOf } from "~/accounts/email-key";
import { hashPassword } from "~/accounts/password";
import { insertPerson, isEmailTaken, putAccount } from "~/accounts/queries/people";
import { insertRole } from "~/accounts/queries/staff";
import { addFirstRules } from "~/cpd/first-rules";
import { readFact, removeFact, writeFact } from "~/db/facts";
import { record } from "~/history/record";
import { civilDateOf } from "~/lib/civil-date";
import { hashOf, newId, newToken } from "~/lib/id";
import { err, ok, type Result } from "~/lib/result";
import { addFirstGrades } from "~/membership/first-grades";
import { addFirstWordings } from "~/membership/first-wordings";
import type { Db, Trx } from "~/schema";
import { hasStaff, putSetting } from "./queries";
import { SETTINGS_SUBJECT } from "./save-settings";

const TOKEN_FACT = "setUpTokenHash";

/** For an empty portal: a new token that opens `/setup`, once. Undefined where somebody runs it already. */
export async function openSetUp(db: Db): Promise<string | undefined> {
  if (await hasStaff(db)) return undefined;
  const token = newToken();
  await writeFact(db, TOKEN_FACT, hashOf(token));
  return token;
}

/** Whether this token opens `/setup` now. */
export async function mayBeSetUp(db: Db, token: string): Promise<boolean> {
  const expected = await readFact(db, TOKEN_FACT);
  return expected !== undefined && isSame(expected, hashOf(token));
}

const isSame = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));
const digest = (text: string) => createHash("sha256").update(text).digest();

export interface FirstAdministrator {
  associationName: string;
  givenName: string;
  familyName: string;
  email: string;
  password: string;
}

/** Makes the association, its first administrator and what it starts with; the token opens nothing afterwards. */
export async function setUp(
  db: Db,
  token: string,
  given: FirstAdministrator,
  now: Temporal.Instant,
): Promise<Result<null, { reason: "closed" } | { reason: "emailTaken" }>> {
  const passwordHash = await hashPassword(given.password);
  return db.transaction().execute(async (trx) => {
    if (!(await mayBeSetUp(trx, token))) return err({ reason: "closed" });
    if (await isEmailTaken(trx, emailKeyOf(given.email))) return err({ reason: "emailTaken" });
    await removeFact(trx, TOKEN_FACT);
    await addFirstGrades(trx, now);
    await addFirstWordings(trx, now);
    await addFirstRules(trx, now);
    await putSetting(trx, "name", given.associationName, now.toString());
    await putSetting(trx, "contactEmail", given.email, now.toString());
    const personId = await addAdministrator(trx, given, passwordHash, now);
    const entry = { actorId: personId, act: "office.setUp", subject: SETTINGS_SUBJECT };
    await record(trx, entry, now);
    return ok(null);
  });
}

/** Who holds the log holds the server: the address needs no confirming. */
async function addAdministrator(
  trx: Trx,
  { givenName, familyName, email }: FirstAdministrator,
  passwordHash: string,
  now: Temporal.Instant,
): Promise<string> {
  const personId = newId();
  const at = now.toString();
  await insertPerson(trx, {
    ...{ id: personId, givenName, familyName, email },
    emailKey: emailKeyOf(email),
    emailVerifiedAt: at,
    createdAt: at,
  });
  await putAccount(trx, personId, passwordHash, at);
  const role = { role: "administrator", fromOn: civilDateOf(now), toOn: null, by: null } as const;
  await insertRole(trx, { id: newId(), personId, ...role });
  return personId;
}
