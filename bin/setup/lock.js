import { randomUUID } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const HEARTBEAT_MS = 5_000;
const DEAD_AFTER_MS = 60_000;

/**
 * Does the work while no other process does it in the same folder. The lock is a folder that holds
 * one file named after its owner; the lock of a process that has died is taken over.
 * @template T
 * @param {string} lock
 * @param {{ work: () => Promise<T>, onWait: () => void }} what
 */
export async function withLock(lock, { work, onWait }) {
  const me = `${process.pid}-${randomUUID()}`;
  mkdirSync(dirname(lock), { recursive: true });
  for (let turn = 0; !take(lock, me); turn++) {
    if (turn === 0) onWait();
    await pause(50);
  }
  const release = () => letGo(lock, me);
  const heartbeat = setInterval(() => touch(join(lock, me)), HEARTBEAT_MS);
  process.on("exit", release);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    process.off("exit", release);
    release();
  }
}

function take(lock, me) {
  if (!existsSync(lock)) return create(lock, me);
  const owner = ownerOf(lock);
  if (!owner) {
    attempt(() => rmdirSync(lock));
    return false;
  }
  if (!isDead(lock, owner)) return false;
  // Renaming the very file that was judged lets exactly one of several waiters win.
  return attempt(() => renameSync(join(lock, owner), join(lock, me))) && touch(join(lock, me));
}

/** The folder appears with its owner inside, in one step. */
function create(lock, me) {
  const prepared = `${lock}.${me}`;
  mkdirSync(prepared);
  writeFileSync(join(prepared, me), "");
  const created = attempt(() => renameSync(prepared, lock));
  if (!created) rmSync(prepared, { recursive: true, force: true });
  return created;
}

function ownerOf(lock) {
  try {
    return readdirSync(lock)[0];
  } catch {
    return undefined;
  }
}

function isDead(lock, owner) {
  if (!isRunning(Number.parseInt(owner, 10))) return true;
  try {
    return Date.now() - statSync(join(lock, owner)).mtimeMs > DEAD_AFTER_MS;
  } catch {
    return false;
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

function letGo(lock, me) {
  attempt(() => rmSync(join(lock, me)));
  attempt(() => rmdirSync(lock));
}

const touch = (file) => attempt(() => utimesSync(file, new Date(), new Date()));

/** True where it worked; another process being quicker is no error here. */
function attempt(step) {
  try {
    step();
    return true;
  } catch {
    return false;
  }
}
