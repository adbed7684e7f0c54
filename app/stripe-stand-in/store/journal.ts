import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";

/** One change: an object written, or (null) removed. */
export type Change = [kind: string, id: string, object: unknown];

export interface Journal {
  append(changes: Change[]): void;
  close(): void;
}

/** Reads what a journal says in the end; a last line torn by a kill was never acknowledged and is dropped. */
export function readJournal(path: string): Change[] {
  if (!existsSync(path)) return [];
  const latest = new Map<string, Change>();
  const lines = readFileSync(path, "utf8").split("\n");
  for (const [index, line] of lines.entries()) {
    if (!line) continue;
    const change = parsed(line, index === lines.length - 1);
    if (change?.[2] === null) latest.delete(`${change[0]} ${change[1]}`);
    else if (change) latest.set(`${change[0]} ${change[1]}`, change);
  }
  return [...latest.values()];
}

/** Starts a journal that holds exactly these changes, replacing the longer one before it. */
export function openJournal(path: string, compacted: Change[]): Journal {
  mkdirSync(dirname(path), { recursive: true });
  const fresh = `${path}.new`;
  const file = openSync(fresh, "w");
  write(file, compacted);
  fsyncSync(file);
  renameSync(fresh, path);
  return { append: (changes) => write(file, changes), close: () => closeSync(file) };
}

function write(file: number, changes: Change[]): void {
  if (changes.length)
    writeSync(file, `${changes.map((change) => JSON.stringify(change)).join("\n")}\n`);
}

function parsed(line: string, isLast: boolean): Change | undefined {
  try {
    return JSON.parse(line) as Change;
  } catch (error) {
    if (isLast) return undefined;
    throw error;
  }
}
