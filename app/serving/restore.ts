import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Temporal } from "temporal-polyfill";
import type { Environment } from "~/environment";
import { err, ok, type Result } from "~/lib/result";
import { problemOf } from "./backup";
import { differencesTo, type Manifest, readManifest } from "./manifest";
import { runningServer } from "./running";

export type NotRestored =
  | { reason: "noBackup" }
  | { reason: "changed"; files: string[] }
  | { reason: "otherMode"; mode: Manifest["mode"] }
  | { reason: "unsound"; problem: string }
  | { reason: "serverRuns"; pid: number }
  | { reason: "wouldReplace" };

/** What is replaced. A write-ahead log left behind would be read into the database that comes back. */
const PARTS = ["portal.sqlite", "portal.sqlite-wal", "portal.sqlite-shm", "files"];

/**
 * Puts a backup in the place of what is there, once every check has passed. What was there is kept beside it,
 * in the returned directory.
 */
export async function restore(
  { dataDirectory, mode }: Pick<Environment, "dataDirectory" | "mode">,
  backup: string,
  { mayReplace }: { mayReplace: boolean },
  now: Temporal.Instant,
): Promise<Result<{ keptAt: string | null }, NotRestored>> {
  const manifest = await readManifest(backup).catch(() => undefined);
  if (!manifest) return err({ reason: "noBackup" });
  const files = await differencesTo(backup, manifest);
  if (files.length > 0) return err({ reason: "changed", files });
  if (manifest.mode !== mode) return err({ reason: "otherMode", mode: manifest.mode });
  const pid = runningServer(dataDirectory);
  if (pid) return err({ reason: "serverRuns", pid });
  const isThere = PARTS.some((name) => existsSync(join(dataDirectory, name)));
  if (isThere && !mayReplace) return err({ reason: "wouldReplace" });

  const arriving = join(dataDirectory, "arriving");
  rmSync(arriving, { recursive: true, force: true });
  cpSync(backup, arriving, { recursive: true });
  const problem = problemOf(join(arriving, "portal.sqlite"));
  if (problem) return err({ reason: "unsound", problem });
  const keptAt = join(dataDirectory, `before-restore-${now.toString().replace(/[:.]/g, "")}`);
  if (isThere) mkdirSync(keptAt, { recursive: true });
  for (const name of PARTS) move(dataDirectory, keptAt, name);
  for (const name of PARTS) move(arriving, dataDirectory, name);
  rmSync(arriving, { recursive: true });
  return ok({ keptAt: isThere ? keptAt : null });
}

function move(from: string, to: string, name: string): void {
  if (existsSync(join(from, name))) renameSync(join(from, name), join(to, name));
}
