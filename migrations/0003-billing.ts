import { type Kysely, sql } from "kysely";

const statements = [
  sql`create table payers (
    id text primary key,
    person_id text unique references people (id),
    organisation_id text unique,
    check ((person_id is null) <> (organisation_id is null))
  )`,
  sql`create table stripe_customers (
    stripe_id text primary key,
    payer_id text not null references payers (id),
    created_at text not null
  )`,
  sql`create index stripe_customers_by_payer on stripe_customers (payer_id)`,
  sql`create table stripe_prices (
    price_id text primary key,
    stripe_product_id text not null,
    stripe_price_id text not null unique,
    name text not null,
    vat_treatment text not null check (vat_treatment in ('exempt', 'zero', 'standard', 'outside')),
    synced_at text not null
  )`,
  sql`create table checkouts (
    id text primary key,
    payer_id text not null references payers (id),
    subject_kind text not null,
    subject_id text not null,
    price_id text not null,
    return_to text not null,
    cancel_to text not null,
    stripe_id text unique,
    url text,
    state text not null check (state in ('creating', 'open', 'completed', 'expired', 'failed')),
    created_at text not null,
    expires_at text not null,
    finished_at text
  )`,
  sql`create unique index checkouts_one_open on checkouts (subject_kind, subject_id) where state in ('creating', 'open')`,
  sql`create index checkouts_by_payer on checkouts (payer_id, created_at)`,
  sql`create table stripe_subscriptions (
    stripe_id text primary key,
    payer_id text not null references payers (id),
    subject_kind text not null,
    subject_id text not null,
    price_id text,
    quantity integer not null,
    status text not null,
    is_cancelled_at_period_end integer not null,
    current_period_end text,
    payment_method text,
    synced_at text not null
  )`,
  sql`create index stripe_subscriptions_by_payer on stripe_subscriptions (payer_id)`,
  sql`create index stripe_subscriptions_by_subject on stripe_subscriptions (subject_kind, subject_id)`,
  sql`create table invoices (
    id text primary key,
    number integer not null unique,
    payer_id text not null references payers (id),
    issued_on text not null,
    due_on text not null,
    state text not null check (state in ('open', 'paid', 'void', 'uncollectible')),
    billed_to text not null,
    purchase_order text,
    stripe_invoice_id text unique,
    stripe_subscription_id text,
    hosted_url text,
    created_at text not null
  )`,
  sql`create index invoices_by_payer on invoices (payer_id, issued_on)`,
  sql`create index invoices_by_state on invoices (state, due_on)`,
  sql`create table invoice_lines (
    id text primary key,
    invoice_id text not null references invoices (id),
    position integer not null,
    subject_kind text not null,
    subject_id text not null,
    price_id text,
    words text not null,
    net_pence integer not null,
    vat_pence integer not null,
    vat_treatment text not null,
    period_from text,
    period_to text,
    provided_until text,
    refused_at text,
    settled_at text,
    unique (invoice_id, position),
    check (settled_at is null or refused_at is null)
  )`,
  sql`create index invoice_lines_by_subject on invoice_lines (subject_kind, subject_id)`,
  sql`create table payments (
    id text primary key,
    invoice_id text not null references invoices (id),
    method text not null check (method in ('card', 'bacs', 'transfer', 'cheque')),
    stripe_payment_intent_id text unique,
    pence integer not null,
    state text not null check (state in ('pending', 'succeeded', 'failed')),
    failure text,
    received_on text,
    created_at text not null
  )`,
  sql`create index payments_by_invoice on payments (invoice_id)`,
  sql`create index payments_by_day on payments (received_on, id)`,
  sql`create index payments_by_state on payments (state, created_at)`,
  sql`create table refunds (
    id text primary key,
    payment_id text not null references payments (id),
    pence integer not null check (pence > 0),
    reason text not null,
    by text references people (id),
    state text not null check (state in ('requested', 'pending', 'succeeded', 'failed')),
    failure text,
    stripe_id text unique,
    requested_at text not null,
    finished_at text
  )`,
  sql`create index refunds_by_payment on refunds (payment_id)`,
  sql`create index refunds_by_day on refunds (finished_at)`,
  sql`create table subscription_cancellations (
    id text primary key,
    stripe_subscription_id text not null unique references stripe_subscriptions (stripe_id),
    reason text not null,
    by text references people (id),
    state text not null check (state in ('requested', 'done', 'failed')),
    requested_at text not null,
    done_at text
  )`,
  sql`create table stripe_events (
    id text primary key,
    type text not null,
    object_kind text not null,
    object_id text not null,
    customer_id text,
    payer_id text references payers (id),
    received_at text not null
  )`,
  sql`create index stripe_events_by_time on stripe_events (received_at)`,
  sql`create index stripe_events_by_object on stripe_events (object_kind, object_id)`,
  sql`create index stripe_events_parked on stripe_events (received_at) where payer_id is null and customer_id is not null`,
  sql`create table reconciliations (
    id text primary key,
    started_at text not null,
    finished_at text,
    payers_checked integer not null default 0
  )`,
  sql`create table reconciliation_findings (
    id text primary key,
    reconciliation_id text not null references reconciliations (id),
    payer_id text not null references payers (id),
    words text not null,
    found_at text not null
  )`,
  sql`create index reconciliation_findings_by_time on reconciliation_findings (found_at)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(db);
}
