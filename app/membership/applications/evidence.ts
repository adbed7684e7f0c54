import type { Temporal } from "temporal-polyfill";
import { attachFile, removeFile } from "~/files/attach";
import { filesOfOwner } from "~/files/queries";
import type { Upload } from "~/files/upload";
import { ok, type Result } from "~/lib/result";
import type { Db, Trx } from "~/schema";
import { updateApplication } from "../queries/applications";
import { EVIDENCE } from "./draft";
import { draftToWrite, type NotSavable } from "./save-draft";

/** Puts a received file in the place of the evidence that a draft had. */
export function giveEvidence(
  db: Db,
  personId: string,
  upload: Upload,
  now: Temporal.Instant,
): Promise<Result<null, NotSavable>> {
  return db.transaction().execute(async (trx) => {
    const draft = await draftToWrite(trx, personId, now);
    if (!draft.ok) return draft;
    const { applicationId } = draft.value;
    await removeEvidence(trx, applicationId, now);
    await addEvidence(trx, { applicationId, personId, upload }, now);
    return ok(null);
  });
}

export async function addEvidence(
  trx: Trx,
  given: { applicationId: string; personId: string; upload: Upload },
  now: Temporal.Instant,
): Promise<void> {
  const { applicationId, personId, upload } = given;
  const file = { ownerKind: EVIDENCE, ownerId: applicationId, upload, uploadedBy: personId };
  const evidenceFileId = await attachFile(trx, file, now);
  await updateApplication(trx, applicationId, { evidenceFileId });
}

/** Evidence is kept until the decision and no longer. Returns how many files went. */
export async function removeEvidence(
  trx: Trx,
  applicationId: string,
  now: Temporal.Instant,
): Promise<number> {
  const files = await filesOfOwner(trx, EVIDENCE, applicationId);
  for (const { id } of files) await removeFile(trx, id, now);
  if (files.length > 0) await updateApplication(trx, applicationId, { evidenceFileId: null });
  return files.length;
}
