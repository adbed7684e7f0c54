import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import Database from "better-sqlite3";
import pino from "pino";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readEnvironment } from "~/environment";
import { backUp, backupsIn } from "~/serving/backup";
import { noteBackup } from "~/serving/last-backup";
import { restore } from "~/serving/restore";
import { claimDirectory, runningServer } from "~/serving/running";
import { built } from "../support/cast";
import { at } from "../support/clock";
import { person } from "../support/people";
import { startTestPortal, type TestPortal } from "../support/portal";

let app: TestPortal;
let elsewhere: string;
const lines: string[] = [];
const log = pino(
  new Writable({
    write(line, _encoding, done) {
      lines.push(String(line));
      done();
    },
  }),
);

beforeEach(async () => {
  lines.length = 0;
  elsewhere = mkdtempSync(join(tmpdir(), "elsewhere-"));
  app = await startTestPortal({ log });
});
afterEach(async () => {
  await app.stop();
  rmSync(elsewhere, { recursive: true });
});

const namesIn = (path: string) => {
  const database = new Database(path, { readonly: true });
  const rows = database.prepare<[], { given_name: string }>("select given_name from people").all();
  database.close();
  return rows.map((row) => row.given_name);
};

describe("a backup", () => {
  const backup = () => backUp(app.world.environment, join(elsewhere, "backups"), app.clock.now());
  const target = () => ({ mode: "demonstration" as const, dataDirectory: join(elsewhere, "data") });
  const back = (directory: string, mayReplace = false) =>
    restore(target(), directory, { mayReplace }, app.clock.now());

  test("holds what was committed while the portal serves, and comes back whole", async () => {
    await person(app.world.db, "Amara Okafor");
    const sha256 = await app.world.blobs.put(Buffer.from("evidence"));
    const directory = await backup();
    await person(app.world.db, "Bem Adeyemi");
    expect(await back(directory)).toEqual({ ok: true, value: { keptAt: null } });
    const { dataDirectory } = target();
    expect(namesIn(join(dataDirectory, "portal.sqlite"))).toEqual(["Amara"]);
    const file = join(dataDirectory, "files", sha256.slice(0, 2), sha256);
    expect(readFileSync(file, "utf8")).toBe("evidence");
  });

  test("replaces nothing unless told to, and then keeps what was there", async () => {
    const directory = await backup();
    await back(directory);
    expect(await back(directory)).toEqual({ ok: false, error: { reason: "wouldReplace" } });
    const done = await back(directory, true);
    expect(
      done.ok && done.value.keptAt && existsSync(join(done.value.keptAt, "portal.sqlite")),
    ).toBe(true);
  });

  test("that was changed, is no backup, or belongs to the other mode does not come back", async () => {
    const directory = await backup();
    const live = { ...target(), mode: "live" as const };
    expect(await restore(live, directory, { mayReplace: true }, app.clock.now())).toMatchObject({
      error: { reason: "otherMode" },
    });
    writeFileSync(join(directory, "portal.sqlite"), "nonsense");
    expect(await back(directory)).toEqual({
      ok: false,
      error: { reason: "changed", files: ["portal.sqlite"] },
    });
    expect(await back(elsewhere)).toEqual({ ok: false, error: { reason: "noBackup" } });
    expect(existsSync(target().dataDirectory)).toBe(false);
  });

  test("does not come back under a running portal", async () => {
    const directory = await backup();
    const { dataDirectory } = target();
    const leave = claimDirectory(dataDirectory);
    expect(runningServer(dataDirectory)).toBeUndefined(); // this very process
    const server = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60_000)", "portal.js"]);
    writeFileSync(join(dataDirectory, "server.pid"), String(server.pid));
    const refused = await back(directory);
    server.kill();
    expect(refused).toEqual({ ok: false, error: { reason: "serverRuns", pid: server.pid } });
    leave();
    expect((await back(directory)).ok).toBe(true);
  });

  test("is one of seven: the oldest goes, and none that is unfinished stands among them", async () => {
    const into = join(elsewhere, "backups");
    for (let day = 1; day <= 9; day += 1)
      await backUp(app.world.environment, into, at(`2026-11-0${day}`));
    expect(backupsIn(into)).toHaveLength(7);
    expect(backupsIn(into)[0]).toContain("2026-11-03");
    expect(readdirSync(into).filter((name) => name.includes("unfinished"))).toEqual([]);
  });
});

describe("readiness", () => {
  test("says what works and when the last backup was", async () => {
    noteBackup(app.world.environment.dataDirectory, at("2026-11-02"));
    const response = await app.get("/ready");
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      ready: true,
      database: true,
      queue: { due: 0, oldestDueSeconds: 0, failed: 0 },
      mail: true,
      lastWebhookAt: null,
      lastBackupAt: "2026-11-02T10:00:00Z",
    });
  });

  test("ends where work has waited too long", async () => {
    await app.world.db
      .insertInto("jobs")
      .values({
        ...{ id: "1", name: "jobs.prune", payload: "null", uniqueKey: null },
        runAt: app.clock.now().subtract({ minutes: 16 }).toString(),
        ...{ lockedUntil: null, lastError: null, finishedAt: null, failedAt: null },
        createdAt: app.clock.now().toString(),
      })
      .execute();
    const response = await app.get("/ready");
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ ready: false, queue: { due: 1 } });
  });

  test("the portal is alive all the same", async () => {
    expect(await (await app.get("/health")).text()).toBe("ok");
  });
});

describe("metrics", () => {
  test("do not exist where no token is set", async () => {
    expect((await app.get("/metrics")).status).toBe(404);
  });

  test("are for whoever holds the token, and count without names", async () => {
    app.world.environment.metricsToken = "a-token-for-monitoring";
    const ask = (authorization: string) => app.get("/metrics", { headers: { authorization } });
    expect((await ask("Bearer wrong")).status).toBe(401);
    const text = await (await ask("Bearer a-token-for-monitoring")).text();
    expect(text).toMatch(/^portal_requests_4xx_total 1$/m);
    expect(text).toMatch(/^portal_jobs_due 0$/m);
    expect(text).not.toContain("@");
  });
});

test("the log holds neither what was asked for by query nor cookies nor forms nor tokens", async () => {
  const amara = await person(app.world.db, "Amara Okafor");
  await app.get("/verify?code=SECRET-QUERY", { as: amara });
  await app.post("/sign-in", { email: "secret@example.com", password: "SECRET-PASSWORD" });
  await app.get("/setup?token=SECRET-TOKEN");
  await app.get("/health"); // by then the lines of what went before are written
  const text = lines.join("");
  expect(lines.length).toBeGreaterThanOrEqual(3);
  expect(text).toContain('"path":"/verify"');
  expect(text).not.toMatch(/SECRET|secret@|cookie|portal=/);
});

test.each(["/no%0Asuch%0D%0Apage", "/nul%00", "/half%E0%A4"])(
  "%s is no address, and makes one line in the log",
  async (path) => {
    expect((await app.get(path)).status).toBe(404);
    await app.get("/health");
    expect(lines[0]).toContain('"status":404');
    expect(lines.every((line) => line.trimEnd().split("\n").length === 1)).toBe(true);
  },
);

test("a port that is taken is said in a sentence", async () => {
  const environment = readEnvironment({
    DATA_DIR: elsewhere,
    PORT: String(app.world.environment.port),
  });
  const second = built.serve(environment, { build: built.build, withoutWorker: true });
  await expect(second).rejects.toThrow(/Port \d+ is taken by another program/);
});

test("what is sent may be kept by nobody, and headers of a file take the place of those of a page", async () => {
  const home = await app.get("/");
  expect(home.headers.get("cache-control")).toBe("no-store");
  expect(home.headers.get("content-security-policy")).not.toContain("unsafe-inline");
  expect(home.headers.get("referrer-policy")).toBe("strict-origin-when-cross-origin");
  expect(home.headers.get("x-powered-by")).toBeNull();
});
