import type { Temporal } from "temporal-polyfill";
import type { Subject, SubjectKind } from "./billing/subjects";
import type { Result } from "./lib/result";
import { membershipOfApplication } from "./membership/queries/terms";
import { applicationSettlement, membershipSettlement } from "./membership/settle";
import type { Db, Trx } from "./schema";

export type { SubjectKind } from "./billing/subjects";

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
  /** For a debit, the day on which it was begun: what it pays for counts from then. */
  debitBeganOn?: string;
}

/**
 * Either way the money goes back by itself. `duplicate`: this was paid for already.
 * `ended`: the membership was resigned or removed, or the person had died, before the money came.
 */
export type SettlementRefusal = { reason: "duplicate" | "ended" };

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

/** Which room's act a line of each kind calls. */
export const settlements: Record<SubjectKind, Settlement> = {
  application: applicationSettlement,
  membership: membershipSettlement,
};

/** What the later invoices of a subscription pay for; undefined while its first has not made anything that could be renewed. */
export const renewedSubject: Record<
  SubjectKind,
  (db: Db, subjectId: string) => Promise<Subject | undefined>
> = {
  async application(db, applicationId) {
    const membership = await membershipOfApplication(db, applicationId);
    return membership && { kind: "membership", id: membership.id };
  },
  membership: async (_db, id) => ({ kind: "membership", id }),
};

/** Where a person tries again after a payment failed for good; the invoice's own page at Stripe where null. */
export const payAgainAt: Record<SubjectKind, string | null> = {
  application: "/join/pay",
  membership: null,
};
