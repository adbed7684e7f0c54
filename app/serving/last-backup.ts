import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Temporal } from "temporal-polyfill";

/** A file and no row: the command that backs up must not write beside the portal's own connection. */
const pathIn = (dataDirectory: string) => join(dataDirectory, "last-backup");

export function noteBackup(dataDirectory: string, at: Temporal.Instant): void {
  writeFileSync(pathIn(dataDirectory), at.toString());
}

/** When the last backup was finished; undefined where none was. */
export function lastBackupAt(dataDirectory: string): string | undefined {
  const path = pathIn(dataDirectory);
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}
