import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { withLock } from "../../bin/setup/lock.js";

let folder: string;
const lock = () => join(folder, "cache/setup.lock");
const onWait = () => {};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "linkway-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function holdLock(owner: string) {
  mkdirSync(lock(), { recursive: true });
  writeFileSync(join(lock(), owner), "");
}

test("two pieces of work in one folder never overlap", async () => {
  let inside = 0;
  let most = 0;
  const work = async () => {
    inside++;
    most = Math.max(most, inside);
    await new Promise((resolve) => setImmediate(resolve));
    inside--;
  };
  await Promise.all([1, 2, 3].map(() => withLock(lock(), { work, onWait })));
  expect(most).toBe(1);
  expect(existsSync(lock())).toBe(false);
});

test("work that fails lets go of the lock", async () => {
  const failing = withLock(lock(), { work: () => Promise.reject(new Error("no")), onWait });
  await expect(failing).rejects.toThrow("no");
  expect(existsSync(lock())).toBe(false);
});

test("the lock of a process that has died is taken over by exactly one of those waiting", async () => {
  const dead = spawn(process.execPath, ["-e", ""]);
  await once(dead, "exit");
  holdLock(`${dead.pid}-gone`);
  let runs = 0;
  let inside = 0;
  const work = async () => {
    expect(++inside).toBe(1);
    await new Promise((resolve) => setImmediate(resolve));
    inside--;
    runs++;
  };
  await Promise.all([withLock(lock(), { work, onWait }), withLock(lock(), { work, onWait })]);
  expect(runs).toBe(2);
});

test("a lock folder left empty by a crash is no obstacle", async () => {
  mkdirSync(lock(), { recursive: true });
  expect(await withLock(lock(), { work: async () => "done", onWait })).toBe("done");
});

test("the lock of a running process is waited for, and said so once", async () => {
  holdLock(`${process.pid}-other`);
  const waits: string[] = [];
  const done = withLock(lock(), {
    work: async () => "done",
    onWait: () => {
      waits.push("waiting");
      rmSync(lock(), { recursive: true });
    },
  });
  expect(await done).toBe("done");
  expect(waits).toEqual(["waiting"]);
});
