import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { mkdir, readdir, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Readable } from "node:stream";
import type { Temporal } from "temporal-polyfill";
import { newId } from "~/lib/id";

/** Bytes by the hash of their content, outside the public folder. */
export interface BlobStore {
  put(bytes: Uint8Array): Promise<string>;
  read(sha256: string): Readable;
  has(sha256: string): boolean;
  /** Removes content that nobody has stored again since then. */
  remove(sha256: string, when: { untouchedSince: Temporal.Instant }): Promise<void>;
  /** The names of everything that is stored. */
  all(): Promise<string[]>;
}

const NAME = /^[0-9a-f]{64}$/;

export function createBlobStore(directory: string): BlobStore {
  const pathOf = (sha256: string) => {
    if (!NAME.test(sha256)) throw new Error("Not the name of a stored file");
    return join(directory, sha256.slice(0, 2), sha256);
  };
  return {
    async put(bytes) {
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      const path = pathOf(sha256);
      if (await touch(path)) return sha256;
      await mkdir(dirname(path), { recursive: true });
      const unfinished = `${path}.${newId()}`;
      await writeFile(unfinished, bytes, { flush: true });
      await rename(unfinished, path);
      return sha256;
    },
    read: (sha256) => createReadStream(pathOf(sha256)),
    has: (sha256) => existsSync(pathOf(sha256)),
    async remove(sha256, { untouchedSince }) {
      const found = await stat(pathOf(sha256)).catch(() => undefined);
      if (found && found.mtimeMs <= untouchedSince.epochMilliseconds)
        await rm(pathOf(sha256), { force: true });
    },
    async all() {
      if (!existsSync(directory)) return [];
      const entries = await readdir(directory, { recursive: true });
      return entries.map((entry) => basename(entry)).filter((name) => NAME.test(name));
    },
  };
}

/** Marks content as stored just now; false where it is not there. */
async function touch(path: string): Promise<boolean> {
  const now = Date.now() / 1000;
  return utimes(path, now, now).then(
    () => true,
    () => false,
  );
}
