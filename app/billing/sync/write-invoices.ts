import { Temporal } from "temporal-polyfill";
import { nextNumber } from "~/db/series";
import { civilDateOf } from "~/lib/civil-date";
import { newId } from "~/lib/id";
import { splitVat } from "~/lib/vat";
import type { Reference, StripeInvoice, StripeInvoiceLine } from "../gateway";
import { stripePriceOf } from "../queries/checkouts";
import { insertInvoice, insertLines, invoicesOf, updateInvoice } from "../queries/mirror";
import { payerById } from "../queries/payers";
import type { SyncRun } from "./sync-payer";

/** An invoice of ours beside Stripe's. */
export interface MirroredInvoice {
  id: string;
  number: number;
  stripe: StripeInvoice;
}

const NEVER_BEGAN = ["incomplete", "incomplete_expired"];

/** Mirrors the invoices of our subscriptions, oldest first; a new one takes the next number of our own series. */
export async function writeInvoices(run: SyncRun): Promise<MirroredInvoice[]> {
  const { trx, payerId, truth, differed } = run;
  const known = new Map((await invoicesOf(trx, payerId)).map((row) => [row.stripeInvoiceId, row]));
  const mirrored: MirroredInvoice[] = [];
  for (const invoice of [...truth.invoices].sort(byIssue)) {
    const before = known.get(invoice.id);
    const { state, hostedUrl } = invoice;
    if (before) {
      if (before.state !== state || before.hostedUrl !== hostedUrl)
        await updateInvoice(trx, before.id, { state, hostedUrl });
      if (before.state !== state) differed(`Invoice ${before.number} is ${state}`);
      mirrored.push({ id: before.id, number: before.number, stripe: invoice });
    } else {
      const issued = await issue(run, invoice);
      if (issued) mirrored.push(issued);
    }
  }
  return mirrored;
}

const byIssue = (a: StripeInvoice, b: StripeInvoice) =>
  a.issuedAt < b.issuedAt ? -1 : a.issuedAt > b.issuedAt ? 1 : a.id < b.id ? -1 : 1;

async function issue(run: SyncRun, invoice: StripeInvoice): Promise<MirroredInvoice | undefined> {
  const { trx, payerId, truth, now, differed } = run;
  const subscription = truth.subscriptions.find(({ id }) => id === invoice.subscriptionId);
  const reference = subscription?.reference;
  if (!subscription || !reference) return undefined;
  // A card that is being refused on Stripe's page has bought nothing yet: no number for it.
  const hasPayment = invoice.state === "paid" || isPending(run, invoice);
  if (NEVER_BEGAN.includes(subscription.status) && !hasPayment) return undefined;
  const id = newId();
  const number = await nextNumber(trx, "invoice");
  const issuedOn = dayOf(invoice.issuedAt);
  await insertInvoice(trx, {
    id,
    number,
    payerId,
    issuedOn,
    dueOn: invoice.dueAt ? dayOf(invoice.dueAt) : issuedOn,
    state: invoice.state,
    billedTo: await billedTo(run),
    purchaseOrder: null,
    stripeInvoiceId: invoice.id,
    stripeSubscriptionId: invoice.subscriptionId,
    hostedUrl: invoice.hostedUrl,
    createdAt: now.toString(),
  });
  await writeLines(run, { id, reference, invoice });
  differed(`Invoice ${number} is new`);
  return { id, number, stripe: invoice };
}

export const isPending = ({ truth }: SyncRun, { intentIds }: StripeInvoice): boolean =>
  intentIds.some((intentId) => truth.payments.get(intentId)?.state === "pending");

async function writeLines(
  { trx }: SyncRun,
  given: { id: string; reference: Reference; invoice: StripeInvoice },
): Promise<void> {
  const { id, reference, invoice } = given;
  const price = await stripePriceOf(trx, reference.priceId);
  const rows = invoice.lines.map((line: StripeInvoiceLine, position) => {
    // A subscription to a professional association is exempt where nothing else was said (VATA 1994 Sch 9 Group 9).
    const vatTreatment = price?.vatTreatment ?? "exempt";
    const { net, vat } = splitVat(line.pence, vatTreatment);
    return {
      id: newId(),
      invoiceId: id,
      position,
      subjectKind: reference.subjectKind,
      subjectId: reference.subjectId,
      priceId: reference.priceId,
      words: price?.name ?? line.words,
      netPence: net,
      vatPence: vat,
      vatTreatment,
      periodFrom: line.periodFrom,
      periodTo: line.periodTo,
      providedUntil: null,
      refusedAt: null,
      settledAt: null,
    };
  });
  if (rows.length > 0) await insertLines(trx, rows);
}

/** Name and address as they stood at issue: an invoice does not change when the person does. */
async function billedTo({ trx, payerId }: SyncRun): Promise<string> {
  const payer = await payerById(trx, payerId);
  return payer ? `${payer.givenName} ${payer.familyName}\n${payer.email}`.trim() : "";
}

export const dayOf = (iso: string): string => civilDateOf(Temporal.Instant.from(iso));
