import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { newId } from "~/lib/id";

/** Bytes by the hash of their content, outside the public folder. */
export interface BlobStore {
  put(bytes: Uint8Array): Promise<string>;
  read(sha256: string): Readable;
  has(sha256: string): boolean;
  remove(sha256: string): Promise<void>;
}

export function createBlobStore(directory: string): BlobStore {
  const pathOf = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error("Not the name of a stored file");
    return join(directory, sha256.slice(0, 2), sha256);
  };
  return {
    async put(bytes) {
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      const path = pathOf(sha256);
      if (existsSync(path)) return sha256;
      await mkdir(dirname(path), { recursive: true });
      const unfinished = `${path}.${newId()}`;
      await writeFile(unfinished, bytes, { flush: true });
      await rename(unfinished, path);
      return sha256;
    },
    read: (sha256) => createReadStream(pathOf(sha256)),
    has: (sha256) => existsSync(pathOf(sha256)),
    remove: (sha256) => rm(pathOf(sha256), { force: true }),
  };
}
