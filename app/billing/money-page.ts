import { Temporal } from "temporal-polyfill";
import { readPlace } from "~/db/keyset";
import { addDays, civilDateOf, startOfDay } from "~/lib/civil-date";
import type { World } from "~/world";
import {
  type Month,
  openRefunds,
  paymentsReceived,
  totalsOf,
  unsettledPayments,
  webhookFigures,
} from "./queries/money-page";
import { newestFindings, newestReconciliation } from "./queries/reconciliation";

const FINDINGS = 20;
const FAILED_REFUND_DAYS = 30;

/** Everything that the treasurer's page shows of a month. `month` is `YYYY-MM`; this one where it is none. */
export async function moneyPage(
  { db, counters }: World,
  asked: { month: string | null; after: string | null },
  now: Temporal.Instant,
) {
  const month = monthOf(asked.month, now);
  const failedSince = now.subtract({ hours: FAILED_REFUND_DAYS * 24 }).toString();
  return {
    month: month.from,
    previous: monthAround(month, -1),
    next: monthAround(month, 1),
    totals: await totalsOf(db, month, instantsOf(month)),
    received: await paymentsReceived(db, month, readPlace(asked.after)),
    unsettled: await unsettledPayments(db),
    refunds: await openRefunds(db, failedSince),
    findings: await newestFindings(db, FINDINGS),
    reconciliation: (await newestReconciliation(db)) ?? null,
    webhooks: await webhookFigures(db, now.subtract({ hours: 24 }).toString()),
    badSignatures: counters.all().stripeWebhookBadSignature ?? 0,
  };
}

export type MoneyPage = Awaited<ReturnType<typeof moneyPage>>;

function monthOf(asked: string | null, now: Temporal.Instant): Month {
  const isMonth = /^20\d\d-(0[1-9]|1[0-2])$/.test(asked ?? "");
  const from = `${isMonth ? asked : civilDateOf(now).slice(0, 7)}-01`;
  const next = Temporal.PlainDate.from(from).add({ months: 1 }).toString();
  return { from, until: addDays(next, -1) };
}

const monthAround = ({ from }: Month, months: number): string =>
  Temporal.PlainDate.from(from).add({ months }).toString().slice(0, 7);

const instantsOf = ({ from, until }: Month): Month => ({
  from: startOfDay(from).toString(),
  until: startOfDay(addDays(until, 1)).toString(),
});
