import type { Temporal } from "temporal-polyfill";
import { enqueue } from "~/jobs/enqueue";
import { newId } from "~/lib/id";
import type { Trx } from "~/schema";
import { deleteFile, insertFile } from "./queries";
import type { Upload } from "./upload";

interface Attachment {
  ownerKind: string;
  ownerId: string;
  upload: Upload;
  uploadedBy: string | null;
}

/** Gives a received file to its owner, in the transaction of the act that it belongs to. */
export async function attachFile(
  trx: Trx,
  { ownerKind, ownerId, upload, uploadedBy }: Attachment,
  now: Temporal.Instant,
): Promise<string> {
  const { sha256, bytes, mediaType, name } = upload;
  const id = newId();
  const at = now.toString();
  await insertFile(
    trx,
    { id, sha256, ownerKind, ownerId, name, uploadedBy, uploadedAt: at },
    { sha256, bytes, mediaType, storedAt: at },
  );
  return id;
}

/** Takes a file away; its content goes with the last file that has it. False where it is not there. */
export async function removeFile(
  trx: Trx,
  fileId: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const removed = await deleteFile(trx, fileId);
  if (!removed) return false;
  await enqueue(trx, "files.removeContent", { sha256: removed.sha256 }, now);
  return true;
}
