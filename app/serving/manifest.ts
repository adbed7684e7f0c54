import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { z } from "zod";

const NAME = "manifest.json";

const schema = z.object({
  madeAt: z.string(),
  mode: z.enum(["live", "demonstration"]),
  /** SHA-256 of every file, by its path inside the backup. */
  files: z.record(z.string(), z.string()),
});

export type Manifest = z.infer<typeof schema>;

/** The hash of every file of a directory but the manifest itself. */
export async function hashesIn(directory: string): Promise<Record<string, string>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const hashes: Record<string, string> = {};
  for (const entry of entries) {
    if (!entry.isFile() || entry.name === NAME) continue;
    const path = join(entry.parentPath, entry.name);
    hashes[relative(directory, path).split(sep).join("/")] = await hashOfFile(path);
  }
  return hashes;
}

async function hashOfFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const part of createReadStream(path)) hash.update(part);
  return hash.digest("hex");
}

export const writeManifest = (directory: string, manifest: Manifest): Promise<void> =>
  writeFile(join(directory, NAME), JSON.stringify(manifest, null, 2), { flush: true });

/** Throws where the directory is no backup. */
export async function readManifest(directory: string): Promise<Manifest> {
  return schema.parse(JSON.parse(await readFile(join(directory, NAME), "utf8")));
}

/** Files that are missing, added or different from what the manifest says. */
export async function differencesTo(directory: string, manifest: Manifest): Promise<string[]> {
  const found = await hashesIn(directory);
  const names = new Set([...Object.keys(found), ...Object.keys(manifest.files)]);
  return [...names].filter((name) => found[name] !== manifest.files[name]).sort();
}
