import { existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const MARKER = "loaded";
const MADE_BY_LOADING = /^(portal\.sqlite|stripe-stand-in)/;

/** Removes what a load that was cut short has left, so that it starts again from nothing. */
export function forgetUnfinishedLoad(directory: string): void {
  if (!existsSync(directory) || existsSync(join(directory, MARKER))) return;
  for (const name of readdirSync(directory))
    if (MADE_BY_LOADING.test(name)) rmSync(join(directory, name), { recursive: true });
}

export const markLoaded = (directory: string): void =>
  writeFileSync(join(directory, MARKER), "The demonstration association is complete.\n");
