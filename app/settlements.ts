import type { Temporal } from "temporal-polyfill";
import type { Result } from "./lib/result";
import type { Trx } from "./schema";

/** What a settled line tells the room that it pays for. Money is whole pence. */
export interface SettledLine {
  lineId: string;
  invoiceId: string;
  subjectKind: SubjectKind;
  subjectId: string;
  priceId: string | null;
  payerId: string;
  /** The day on which the money arrived. */
  paidOn: string;
}

/** What an invoice line can pay for. */
export type SubjectKind = "application" | "membership";

/** `duplicate`: this was paid for already, so the money goes back by itself. */
export type SettlementRefusal = { reason: "duplicate" };

export interface Settlement {
  /** The line is paid, for good. */
  settle(
    trx: Trx,
    line: SettledLine,
    now: Temporal.Instant,
  ): Promise<Result<null, SettlementRefusal>>;
  /** A debit for the line is under way: cover until a day, unless it settles or fails before. */
  provide(trx: Trx, line: SettledLine, until: string, now: Temporal.Instant): Promise<void>;
  /** The debit failed, or the line's invoice was voided. */
  withdraw(trx: Trx, line: SettledLine, now: Temporal.Instant): Promise<void>;
}
