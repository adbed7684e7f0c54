import { beforeEach, describe, expect, test } from "vitest";
import { rolesOn } from "~/accounts/queries/actor";
import { heldRoles } from "~/accounts/queries/staff";
import { endRole, giveRole } from "~/accounts/staff-roles";
import type { Db } from "~/schema";
import { at } from "../support/clock";
import { emptyDatabase } from "../support/database";
import { person, staff, type TestPerson } from "../support/people";

const now = at("2026-11-03");
const today = "2026-11-03";
let db: Db;
let ada: TestPerson;

beforeEach(async () => {
  db = await emptyDatabase();
  ada = await staff(db, "Ada Office", "administrator");
});

const roleIdOf = async ({ personId }: TestPerson) =>
  (await heldRoles(db, today)).find((row) => row.personId === personId)?.id ?? "";

describe("giving a role", () => {
  test("finds the person by address in any case, and leaves history with the reason", async () => {
    const bem = await person(db, "Bem Newton");
    const request = {
      email: "BEM.Newton@example.com",
      role: "treasurer",
      by: ada.personId,
    } as const;
    const given = await giveRole(db, { ...request, reason: "Elected in October" }, now);
    expect(given.ok).toBe(true);
    expect(await rolesOn(db, bem.personId, today)).toEqual(["treasurer"]);
    const entries = await db
      .selectFrom("history")
      .select(["actorId", "act", "personId", "reason"])
      .execute();
    expect(entries).toEqual([
      {
        actorId: ada.personId,
        act: "accounts.roleGiven",
        personId: bem.personId,
        reason: "Elected in October",
      },
    ]);
  });

  test("is refused for an address without an account, and twice", async () => {
    const request = { role: "treasurer", reason: "New", by: ada.personId } as const;
    const nobody = await giveRole(db, { ...request, email: "nobody@example.org" }, now);
    expect(nobody).toEqual({ ok: false, error: { reason: "noAccount" } });
    await person(db, "Bem Newton");
    await giveRole(db, { ...request, email: "bem.newton@example.com" }, now);
    const again = await giveRole(db, { ...request, email: "bem.newton@example.com" }, now);
    expect(again).toEqual({ ok: false, error: { reason: "heldAlready" } });
  });
});

describe("ending a role", () => {
  test("takes it away from today on and signs its holder out", async () => {
    const tess = await staff(db, "Tess Money", "treasurer");
    await db
      .insertInto("signInSessions")
      .values({
        idHash: "of tess",
        personId: tess.personId,
        createdAt: now.toString(),
        lastSeenAt: now.toString(),
        expiresAt: "2026-12-01T00:00:00Z",
        provedAt: now.toString(),
        twoFactorAt: now.toString(),
      })
      .execute();
    const request = { id: await roleIdOf(tess), reason: "Term over", by: ada.personId };
    expect((await endRole(db, request, now)).ok).toBe(true);
    expect(await rolesOn(db, tess.personId, today)).toEqual([]);
    expect(await db.selectFrom("signInSessions").selectAll().execute()).toEqual([]);
  });

  test("an administrator cannot end their own administration", async () => {
    await staff(db, "Second Admin", "administrator");
    const request = { id: await roleIdOf(ada), reason: "Leaving", by: ada.personId };
    expect(await endRole(db, request, now)).toEqual({
      ok: false,
      error: { reason: "ownAdministration" },
    });
  });

  test("the last administrator stays, whoever asks", async () => {
    const request = { id: await roleIdOf(ada), reason: "Leaving", by: "the portal itself" };
    expect(await endRole(db, request, now)).toEqual({
      ok: false,
      error: { reason: "lastAdministrator" },
    });
  });
});
