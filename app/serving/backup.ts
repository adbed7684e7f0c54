import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import type { Temporal } from "temporal-polyfill";
import type { Environment } from "~/environment";
import { hashesIn, writeManifest } from "./manifest";

const KEPT = 7;
const NAME = /^portal-\d{4}-\d{2}-\d{2}T\d{6}Z$/;

/**
 * Copies database and files while the portal serves, proves that the copy is sound, and keeps the newest seven.
 * Throws where there is nothing to copy or the copy is not sound. Returns the directory of the new backup.
 */
export async function backUp(
  { dataDirectory, mode }: Pick<Environment, "dataDirectory" | "mode">,
  into: string,
  now: Temporal.Instant,
): Promise<string> {
  const madeAt = now.toString({ smallestUnit: "second" });
  const directory = join(into, `portal-${madeAt.replaceAll(":", "")}`);
  const unfinished = `${directory}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const files = join(dataDirectory, "files");
  // Twice: what is removed while the database is copied is there already, what is added comes along.
  copyNew(files, join(unfinished, "files"));
  await copyDatabase(join(dataDirectory, "portal.sqlite"), join(unfinished, "portal.sqlite"));
  copyNew(files, join(unfinished, "files"));
  await writeManifest(unfinished, { madeAt, mode, files: await hashesIn(unfinished) });
  renameSync(unfinished, directory);
  removeOldest(into);
  return directory;
}

function copyNew(from: string, to: string): void {
  if (existsSync(from)) cpSync(from, to, { recursive: true, force: false });
}

async function copyDatabase(from: string, to: string): Promise<void> {
  const source = new Database(from, { readonly: true, fileMustExist: true });
  try {
    await source.backup(to);
  } finally {
    source.close();
  }
  const problem = problemOf(to);
  if (problem) throw new Error(`The copy of the database is not sound: ${problem}`);
}

/** What is wrong with a database file; undefined where nothing is. */
export function problemOf(path: string): string | undefined {
  const copy = new Database(path);
  try {
    copy.pragma("journal_mode = DELETE"); // one file, without companions that a copy could lose
    const integrity = copy.pragma("integrity_check", { simple: true });
    const orphans = copy.pragma("foreign_key_check");
    if (integrity !== "ok") return String(integrity);
    return Array.isArray(orphans) && orphans.length > 0 ? "rows that point nowhere" : undefined;
  } finally {
    copy.close();
  }
}

export const backupsIn = (directory: string): string[] =>
  existsSync(directory)
    ? readdirSync(directory)
        .filter((name) => NAME.test(name))
        .sort()
    : [];

function removeOldest(into: string): void {
  for (const name of backupsIn(into).slice(0, -KEPT))
    rmSync(join(into, name), { recursive: true, force: true });
}
