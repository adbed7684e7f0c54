import type { Insertable } from "kysely";
import type { Db, Trx } from "~/schema";
import type { BlobsTable, FilesTable } from "./tables";

export async function insertFile(
  trx: Trx,
  file: Insertable<FilesTable>,
  blob: Insertable<BlobsTable>,
): Promise<void> {
  await trx
    .insertInto("blobs")
    .values(blob)
    .onConflict((conflict) => conflict.column("sha256").doNothing())
    .execute();
  await trx.insertInto("files").values(file).execute();
}

export function fileWithBlob(db: Db, id: string) {
  return db
    .selectFrom("files")
    .innerJoin("blobs", "blobs.sha256", "files.sha256")
    .select(["files.id", "files.name", "files.sha256", "files.ownerKind", "files.ownerId"])
    .select(["files.uploadedAt", "blobs.bytes", "blobs.mediaType"])
    .where("files.id", "=", id)
    .executeTakeFirst();
}

export function filesOfOwner(db: Db, ownerKind: string, ownerId: string) {
  return db
    .selectFrom("files")
    .innerJoin("blobs", "blobs.sha256", "files.sha256")
    .select(["files.id", "files.name", "files.uploadedAt", "blobs.bytes", "blobs.mediaType"])
    .where("files.ownerKind", "=", ownerKind)
    .where("files.ownerId", "=", ownerId)
    .orderBy("files.uploadedAt")
    .execute();
}

/** Takes a file away from its owner; undefined where it is not there. */
export function deleteFile(trx: Trx, id: string) {
  return trx.deleteFrom("files").where("id", "=", id).returning("sha256").executeTakeFirst();
}

/** Forgets content that no file points to; false where one does. */
export async function deleteUnusedBlob(db: Db, sha256: string): Promise<boolean> {
  await db
    .deleteFrom("blobs")
    .where("sha256", "=", sha256)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom("files").select("id").where("files.sha256", "=", sha256))),
    )
    .execute();
  return !(await isKnownBlob(db, sha256));
}

export async function isKnownBlob(db: Db, sha256: string): Promise<boolean> {
  const blob = await db
    .selectFrom("blobs")
    .select("sha256")
    .where("sha256", "=", sha256)
    .executeTakeFirst();
  return blob !== undefined;
}

/** Which of these contents belong to a file. */
export async function knownBlobs(db: Db, sha256s: string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom("blobs")
    .select("sha256")
    .where("sha256", "in", sha256s)
    .execute();
  return new Set(rows.map((row) => row.sha256));
}
