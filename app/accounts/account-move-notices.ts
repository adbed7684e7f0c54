import type { Temporal } from "temporal-polyfill";
import { record } from "~/history/record";
import type { Trx } from "~/schema";
import { addressesOf } from "./change-password";
import { accountOf } from "./queries/people";
import type { AccountMovesTable } from "./tables";

export type Move = Pick<AccountMovesTable, "id" | "personId" | "fromEmail" | "toEmail" | "reason">;

/** Everybody concerned: the address so far, a confirmed backup address, and the new one. */
export async function addressesOfMove(trx: Trx, { personId, fromEmail, toEmail }: Move) {
  const holder = await accountOf(trx, personId);
  return [...new Set([...(holder ? addressesOf(holder) : [fromEmail]), toEmail])];
}

export const noteMove = (
  trx: Trx,
  { id, personId, reason }: Move,
  act: string,
  actorId: string | null,
  now: Temporal.Instant,
): Promise<void> => {
  const subject = { kind: "accountMove", id };
  return record(trx, { actorId, act, subject, personId, reason }, now);
};
