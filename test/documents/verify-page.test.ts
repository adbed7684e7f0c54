import { afterEach, beforeEach, expect, test } from "vitest";
import { issueCode, withdrawCode } from "~/documents/verification";
import { startTestPortal, type TestPortal } from "../support/portal";

let app: TestPortal;
beforeEach(async () => {
  app = await startTestPortal();
});
afterEach(() => app.stop());

const paper = {
  kind: "cpdStatement",
  subjectId: "cycle-1",
  words: "CPD statement of Amara Okafor",
  sha256: "ab".repeat(32),
};

async function issued(): Promise<string> {
  const code = await app.world.db
    .transaction()
    .execute((trx) => issueCode(trx, paper, app.clock.now()));
  return code.ok ? code.value : "";
}

test("whoever has a code learns what the document is and when it was issued", async () => {
  const code = await issued();
  const text = await (await app.get(`/verify/${code}`)).text();
  expect(text).toContain("This document is real");
  expect(text).toContain("CPD statement of Amara Okafor");
  expect(text).toContain("3 November 2026");
  expect(text).toContain(paper.sha256);
});

test("a code typed in its own way leads to its page", async () => {
  const code = await issued();
  const typed = encodeURIComponent(` ${code.toLowerCase().replaceAll("-", " ")} `);
  const sent = await app.get(`/verify?code=${typed}`);
  expect([sent.status, sent.headers.get("location")]).toEqual([302, `/verify/${code}`]);
  const wrong = await (await app.get("/verify?code=hello")).text();
  expect(wrong).toContain("Enter the 12 letters and numbers");
  expect(wrong).toContain('value="hello"');
});

test("a withdrawn document says so, an unknown code says that there is none", async () => {
  const code = await issued();
  await app.world.db.transaction().execute((trx) => withdrawCode(trx, paper, app.clock.now()));
  expect(await (await app.get(`/verify/${code}`)).text()).toContain("This document was withdrawn");
  const unknown = await app.get("/verify/AAAA-BBBB-CCCC");
  expect(unknown.status).toBe(404);
  expect(await unknown.text()).toContain("We issued no document with this code");
});

test("codes cannot be tried without end", async () => {
  const tries = Array.from({ length: 31 }, () => app.get("/verify/AAAA-BBBB-CCCC"));
  const answers = await Promise.all(tries);
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused).toHaveLength(1);
  expect(refused[0]?.headers.get("retry-after")).toBe("60");
});
