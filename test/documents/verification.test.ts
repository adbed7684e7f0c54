import { expect, test } from "vitest";
import { newCode, readCode } from "~/documents/code";
import { codeToPrint, issueCode, verify, withdrawCode } from "~/documents/verification";
import { at } from "../support/clock";
import { emptyDatabase } from "../support/database";

const statement = {
  kind: "cpdStatement",
  subjectId: "cycle-1",
  words: "CPD statement of Amara Okafor",
  sha256: "a".repeat(64),
};
const now = at("2026-11-03");

test("a code can be read out, is never the same twice, and is understood however it is typed", () => {
  const codes = new Set(Array.from({ length: 500 }, newCode));
  expect(codes.size).toBe(500);
  for (const code of codes)
    expect(code).toMatch(/^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/);
  expect(readCode(" k7qf3mzd x9tb ")).toBe("K7QF-3MZD-X9TB");
  expect(readCode("K7QF-3MZD-X9T0")).toBeUndefined();
  expect(readCode("")).toBeUndefined();
});

test("a paper prints the code that it then can be checked by", async () => {
  const db = await emptyDatabase();
  const code = await codeToPrint(db, statement);
  const issued = await db
    .transaction()
    .execute((trx) => issueCode(trx, { ...statement, code }, now));
  expect(issued).toEqual({ ok: true, value: code });
  expect(await verify(db, code)).toEqual({
    code,
    words: statement.words,
    issuedOn: "2026-11-03",
    sha256: statement.sha256,
    withdrawnAt: null,
  });
  expect(await codeToPrint(db, statement)).toBe(code);
});

test("a paper that is issued again keeps its code and has a new fingerprint", async () => {
  const db = await emptyDatabase();
  const issue = (sha256: string) =>
    db.transaction().execute((trx) => issueCode(trx, { ...statement, sha256 }, now));
  const first = await issue("a".repeat(64));
  const second = await issue("b".repeat(64));
  expect(second).toEqual(first);
  expect(first.ok && (await verify(db, first.value))?.sha256).toBe("b".repeat(64));
});

test("a paper that was withdrawn says so and cannot be issued again", async () => {
  const db = await emptyDatabase();
  const first = await db.transaction().execute((trx) => issueCode(trx, statement, now));
  await db.transaction().execute((trx) => withdrawCode(trx, statement, at("2026-11-09")));
  const again = await db
    .transaction()
    .execute((trx) => issueCode(trx, statement, at("2026-11-10")));
  expect(again).toEqual({ ok: false, error: { reason: "withdrawn" } });
  expect(first.ok && (await verify(db, first.value))?.withdrawnAt).toBe("2026-11-09T10:00:00Z");
});
