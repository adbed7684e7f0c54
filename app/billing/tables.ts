import type { Generated, Selectable } from "kysely";
import type { VatTreatment } from "~/lib/vat";
import type { SubjectKind } from "./subjects";

export type PaymentMethod = "card" | "bacs" | "transfer" | "cheque";

export interface PayersTable {
  id: string;
  personId: string | null;
  organisationId: string | null;
}

export interface StripeCustomersTable {
  stripeId: string;
  payerId: string;
  createdAt: string;
}

export interface StripePricesTable {
  priceId: string;
  stripeProductId: string;
  stripePriceId: string;
  name: string;
  vatTreatment: VatTreatment;
  syncedAt: string;
}

export interface CheckoutsTable {
  id: string;
  payerId: string;
  subjectKind: SubjectKind;
  subjectId: string;
  priceId: string;
  returnTo: string;
  cancelTo: string;
  stripeId: string | null;
  url: string | null;
  state: "creating" | "open" | "completed" | "expired" | "failed";
  createdAt: string;
  expiresAt: string;
  finishedAt: string | null;
}

export interface StripeSubscriptionsTable {
  stripeId: string;
  payerId: string;
  subjectKind: SubjectKind;
  subjectId: string;
  priceId: string | null;
  quantity: number;
  status: string;
  isCancelledAtPeriodEnd: number;
  currentPeriodEnd: string | null;
  paymentMethod: string | null;
  syncedAt: string;
}

export interface InvoicesTable {
  id: string;
  number: number;
  payerId: string;
  issuedOn: string;
  dueOn: string;
  state: "open" | "paid" | "void" | "uncollectible";
  billedTo: string;
  purchaseOrder: string | null;
  stripeInvoiceId: string | null;
  stripeSubscriptionId: string | null;
  hostedUrl: string | null;
  createdAt: string;
}

export interface InvoiceLinesTable {
  id: string;
  invoiceId: string;
  position: number;
  subjectKind: SubjectKind;
  subjectId: string;
  priceId: string | null;
  words: string;
  netPence: number;
  vatPence: number;
  vatTreatment: VatTreatment;
  periodFrom: string | null;
  periodTo: string | null;
  /** The last day of the provisional cover that a debit under way gives; null once it has settled or failed. */
  providedUntil: string | null;
  /** Paid for what was paid already: the money goes back. */
  refusedAt: string | null;
  /** Set once: the only door from money to terms, seats and bookings. */
  settledAt: string | null;
}

export type InvoiceLine = Selectable<InvoiceLinesTable>;

export interface PaymentsTable {
  id: string;
  invoiceId: string;
  method: PaymentMethod;
  stripePaymentIntentId: string | null;
  pence: number;
  state: "pending" | "succeeded" | "failed";
  failure: string | null;
  receivedOn: string | null;
  createdAt: string;
}

export interface RefundsTable {
  id: string;
  paymentId: string;
  pence: number;
  reason: string;
  by: string | null;
  state: "requested" | "pending" | "succeeded" | "failed";
  failure: string | null;
  stripeId: string | null;
  requestedAt: string;
  finishedAt: string | null;
}

export interface SubscriptionCancellationsTable {
  id: string;
  stripeSubscriptionId: string;
  reason: string;
  by: string | null;
  state: "requested" | "done" | "failed";
  requestedAt: string;
  doneAt: string | null;
}

export interface StripeEventsTable {
  id: string;
  type: string;
  objectKind: string;
  objectId: string;
  customerId: string | null;
  /** Null while nobody knows whose it is: parked, and tried again. */
  payerId: string | null;
  receivedAt: string;
}

export interface ReconciliationsTable {
  id: string;
  startedAt: string;
  finishedAt: string | null;
  payersChecked: Generated<number>;
}

export interface ReconciliationFindingsTable {
  id: string;
  reconciliationId: string;
  payerId: string;
  words: string;
  foundAt: string;
}

export interface BillingTables {
  payers: PayersTable;
  stripeCustomers: StripeCustomersTable;
  stripePrices: StripePricesTable;
  checkouts: CheckoutsTable;
  stripeSubscriptions: StripeSubscriptionsTable;
  invoices: InvoicesTable;
  invoiceLines: InvoiceLinesTable;
  payments: PaymentsTable;
  refunds: RefundsTable;
  subscriptionCancellations: SubscriptionCancellationsTable;
  stripeEvents: StripeEventsTable;
  reconciliations: ReconciliationsTable;
  reconciliationFindings: ReconciliationFindingsTable;
}
