import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * One short text that changes whenever a file below the given paths, or a given fact, changes.
 * @param {string} root
 * @param {string[]} paths files or folders, relative to the root; a missing one counts as empty
 * @param {string[]} [facts]
 */
export function fingerprint(root, paths, facts = []) {
  const hash = createHash("sha256").update(facts.join("\n"));
  for (const path of paths) {
    for (const file of filesIn(root, path)) {
      hash.update(`\n${file}\n`).update(readFileSync(join(root, file)));
    }
  }
  return hash.digest("hex");
}

/**
 * @param {string} root
 * @param {string} path
 * @returns {string[]}
 */
function filesIn(root, path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  const names = readdirSync(full).sort();
  return names.flatMap((name) => filesIn(root, `${path}/${name}`));
}

/**
 * @param {string} file
 * @param {string} print
 */
export const isStamped = (file, print) => existsSync(file) && readFileSync(file, "utf8") === print;

/**
 * @param {string} file
 * @param {string} print
 */
export function writeStamp(file, print) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, print);
}
