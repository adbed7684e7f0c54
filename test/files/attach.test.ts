import { utimesSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { attachFile, removeFile } from "~/files/attach";
import { clearStrayContent } from "~/files/clear-away";
import { filesOfOwner } from "~/files/queries";
import { serveFile } from "~/files/serve";
import { startTestPortal, type TestPortal } from "../support/portal";

let app: TestPortal;
beforeEach(async () => {
  app = await startTestPortal();
});
afterEach(() => app.stop());

const owner = { ownerKind: "application", ownerId: "application-1", uploadedBy: null };

async function attached(text: string, ownerId = owner.ownerId): Promise<string> {
  const bytes = Buffer.from(text);
  const sha256 = await app.world.blobs.put(bytes);
  const upload = {
    sha256,
    bytes: bytes.length,
    mediaType: "application/pdf",
    name: "Nachweis ß.pdf",
  };
  return app.world.db
    .transaction()
    .execute((trx) => attachFile(trx, { ...owner, ownerId, upload }, app.clock.now()));
}

const removed = (id: string) =>
  app.world.db.transaction().execute((trx) => removeFile(trx, id, app.clock.now()));

const sha256Of = async (id: string) =>
  (
    await app.world.db
      .selectFrom("files")
      .select("sha256")
      .where("id", "=", id)
      .executeTakeFirstOrThrow()
  ).sha256;

/** As if the content had been stored long before the portal's wall clock. */
function age(sha256: string) {
  const path = join(app.world.environment.dataDirectory, "files", sha256.slice(0, 2), sha256);
  utimesSync(path, 0, 0);
}

test("a file is served as a download in which nothing runs", async () => {
  const response = await serveFile(app.world, await attached("the evidence"));
  expect(await response.text()).toBe("the evidence");
  const header = (name: string) => response.headers.get(name);
  expect(header("content-type")).toBe("application/pdf");
  expect(header("x-content-type-options")).toBe("nosniff");
  expect(header("content-security-policy")).toContain("sandbox");
  expect(header("cache-control")).toBe("no-store");
  expect(header("content-disposition")).toContain("filename*=UTF-8''Nachweis%20%C3%9F.pdf");
});

test("a file that is not there is a 404", async () => {
  expect((await serveFile(app.world, "nothing")).status).toBe(404);
});

test("the content goes with the last file that has it", async () => {
  const first = await attached("the same");
  const second = await attached("the same", "application-2");
  const sha256 = await sha256Of(first);
  age(sha256);

  expect(await removed(first)).toBe(true);
  await app.settle();
  expect(app.world.blobs.has(sha256)).toBe(true);
  expect(await (await serveFile(app.world, second)).text()).toBe("the same");

  expect(await removed(second)).toBe(true);
  expect(await filesOfOwner(app.world.db, "application", "application-2")).toEqual([]);
  await app.settle();
  expect(app.world.blobs.has(sha256)).toBe(false);
  expect(await removed(second)).toBe(false);
});

test("by night, content that nothing came to point to goes, and what was stored just now stays", async () => {
  const kept = await attached("kept");
  const abandoned = await app.world.blobs.put(Buffer.from("abandoned"));
  const underWay = await app.world.blobs.put(Buffer.from("a form under way"));
  age(abandoned);
  age(await sha256Of(kept));
  await clearStrayContent(app.world);
  expect(app.world.blobs.has(await sha256Of(kept))).toBe(true);
  expect(app.world.blobs.has(abandoned)).toBe(false);
  expect(app.world.blobs.has(underWay)).toBe(true);
});
