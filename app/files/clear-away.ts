import { Temporal } from "temporal-polyfill";
import type { World } from "~/world";
import { deleteUnusedBlob, knownBlobs } from "./queries";

/** A form under way may hold content that no file points to yet. */
const UNTOUCHED_FOR = Temporal.Duration.from({ hours: 1 });
const AT_ONCE = 100;

/** Removes content whose last file has gone. */
export async function removeContent(world: World, { sha256 }: { sha256: string }): Promise<void> {
  if (await deleteUnusedBlob(world.db, sha256)) await removeBytes(world, sha256);
}

/** Removes stored content that nothing has come to point to. */
export async function clearStrayContent(world: World): Promise<void> {
  const stored = await world.blobs.all();
  for (let start = 0; start < stored.length; start += AT_ONCE) {
    const some = stored.slice(start, start + AT_ONCE);
    const known = await knownBlobs(world.db, some);
    for (const sha256 of some) if (!known.has(sha256)) await removeBytes(world, sha256);
  }
}

async function removeBytes({ blobs, clock }: World, sha256: string): Promise<void> {
  await blobs.remove(sha256, { untouchedSince: clock.real().subtract(UNTOUCHED_FOR) });
}
