import { createHash } from "node:crypto";
import type { Temporal } from "temporal-polyfill";
import { createDocument } from "~/documents/create-document";
import { qrPng } from "~/documents/qr-code";
import { codeToPrint, issueCode } from "~/documents/verification";
import { startOfDay } from "~/lib/civil-date";
import { formatPence } from "~/lib/money";
import { VAT_WORDS } from "~/lib/vat";
import { dateInWords } from "~/lib/words";
import { associationSettings } from "~/office/settings";
import type { World } from "~/world";
import { METHOD_WORDS } from "./payment-words";
import { linesOfInvoice } from "./queries/invoices";
import { type PaymentRow, refundsOfPayment } from "./queries/payments";

const KIND = "receipt";

/** The receipt of a payment that was taken: what for, our own invoice number, VAT, and a code by which anybody can check it. */
export async function receiptOf(
  { db, environment }: World,
  payment: PaymentRow,
  now: Temporal.Instant,
): Promise<Buffer> {
  const { id: subjectId, receivedOn } = payment;
  const paidOn = receivedOn ?? payment.issuedOn;
  const settings = await associationSettings(db);
  const title = `Receipt for invoice ${payment.invoiceNumber}`;
  const paper = await createDocument({ title, letterhead: settings, madeAt: startOfDay(paidOn) });
  paper.facts([
    ["Received from", payment.billedTo.replace("\n", ", ")],
    ["Amount", formatPence(payment.pence)],
    ["Paid on", dateInWords(paidOn)],
    ["Paid by", METHOD_WORDS[payment.method]],
    ["Invoice number", String(payment.invoiceNumber)],
    ["Invoice date", dateInWords(payment.issuedOn)],
    ["VAT registration", settings.vatNumber],
  ]);
  paper.heading("What it is for");
  await writeLines(db, paper, payment.invoiceId);
  await writeRefunds(db, paper, payment.id);
  const code = await codeToPrint(db, { kind: KIND, subjectId });
  const url = `${environment.portalUrl}/verify/${code}`;
  paper.verification({ code, url, picture: await qrPng(url) });
  const file = await paper.finish();
  const sha256 = createHash("sha256").update(file).digest("hex");
  const words = `Receipt for ${formatPence(payment.pence)}, paid on ${dateInWords(paidOn)}, invoice ${payment.invoiceNumber}`;
  await db
    .transaction()
    .execute((trx) => issueCode(trx, { kind: KIND, subjectId, code, words, sha256 }, now));
  return file;
}

type Paper = Awaited<ReturnType<typeof createDocument>>;

async function writeLines(db: World["db"], paper: Paper, invoiceId: string): Promise<void> {
  const lines = await linesOfInvoice(db, invoiceId);
  const columns = [
    { head: "For", share: 3 },
    { head: "Net", share: 1, isNumber: true },
    { head: "VAT", share: 1, isNumber: true },
    { head: "Total", share: 1, isNumber: true },
  ];
  const rows = lines.map(({ words, netPence, vatPence }) => [
    words,
    formatPence(netPence),
    formatPence(vatPence),
    formatPence(netPence + vatPence),
  ]);
  paper.table(columns, rows);
  for (const { words, vatTreatment } of lines)
    paper.smallPrint(`${words}: ${VAT_WORDS[vatTreatment]}`);
}

async function writeRefunds(db: World["db"], paper: Paper, paymentId: string): Promise<void> {
  const refunds = await refundsOfPayment(db, paymentId);
  const done = refunds.filter(({ state }) => state === "succeeded");
  const pence = done.reduce((sum, refund) => sum + refund.pence, 0);
  if (pence > 0) paper.paragraph(`${formatPence(pence)} of this payment was refunded.`);
}

/** The receipt as an answer that a browser saves under a name that says what it is. */
export const receiptResponse = (file: Buffer, { invoiceNumber }: PaymentRow): Response =>
  new Response(new Uint8Array(file), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `attachment; filename="receipt-${invoiceNumber}.pdf"`,
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
