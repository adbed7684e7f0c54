import type { Role } from "~/accounts/policy";
import { newId } from "~/lib/id";
import type { Db } from "~/schema";

export interface TestPerson {
  personId: string;
  email: string;
}

/** A person with an account and a confirmed address, and nothing else. */
export async function person(db: Db, name: string, email = emailOf(name)): Promise<TestPerson> {
  const personId = newId();
  const [givenName = name, familyName = "Tester"] = name.split(" ");
  const createdAt = "2026-01-05T09:00:00Z";
  await db
    .insertInto("people")
    .values({
      id: personId,
      givenName,
      familyName,
      email,
      emailKey: email.toLowerCase(),
      emailVerifiedAt: createdAt,
      createdAt,
    })
    .execute();
  await db.insertInto("accounts").values({ personId, passwordHash: null, createdAt }).execute();
  return { personId, email };
}

const emailOf = (name: string) => `${name.toLowerCase().replace(/\W+/g, ".")}@example.com`;

/** Somebody of the office, with a confirmed second factor. */
export async function staff(db: Db, name: string, role: Role): Promise<TestPerson> {
  const somebody = await person(db, name);
  await db
    .insertInto("staffRoles")
    .values({
      id: newId(),
      personId: somebody.personId,
      role,
      fromOn: "2020-01-01",
      toOn: null,
      by: null,
    })
    .execute();
  await db
    .insertInto("twoFactors")
    .values({
      personId: somebody.personId,
      sealedSecret: "unused",
      confirmedAt: "2026-01-05T09:00:00Z",
    })
    .execute();
  return somebody;
}
