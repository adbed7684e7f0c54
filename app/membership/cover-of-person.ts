import { associationSettings } from "~/office/settings";
import type { Trx } from "~/schema";
import { coverOf } from "./cover";
import { ledgerOf } from "./ledger-of";
import { putCover } from "./queries/cover";

/** The one way in which the derived row changes: in the transaction of the act that changed what it is derived from. */
export async function rewriteCover(trx: Trx, personId: string): Promise<void> {
  const { graceDays } = await associationSettings(trx);
  const cover = coverOf(await ledgerOf(trx, personId), graceDays);
  if (cover) await putCover(trx, personId, cover);
}
