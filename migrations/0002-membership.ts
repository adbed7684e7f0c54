import { type Kysely, sql } from "kysely";

const statements = [
  sql`create table grades (
    id text primary key,
    name text not null,
    summary text not null,
    review text not null check (review in ('automatic', 'review')),
    evidence text,
    position integer not null,
    retired_on text
  )`,
  sql`create table grade_prices (
    id text primary key,
    grade_id text not null references grades (id),
    interval text not null check (interval in ('year', 'month')),
    pence integer not null check (pence >= 30),
    vat_treatment text not null check (vat_treatment in ('exempt', 'zero', 'standard', 'outside')),
    from_on text not null,
    to_on text,
    note text not null default ''
  )`,
  sql`create index grade_prices_by_grade on grade_prices (grade_id, interval, from_on)`,
  sql`create table applications (
    id text primary key,
    person_id text not null references people (id),
    answers text not null,
    grade_id text references grades (id),
    price_id text references grade_prices (id),
    evidence_file_id text,
    started_at text not null,
    saved_at text not null,
    submitted_at text,
    reminded_at text,
    expires_on text not null,
    state text check (state in ('draft', 'submitted', 'moreWanted', 'answered', 'approved', 'declined', 'ended', 'withdrawn')),
    state_since text
  )`,
  sql`create index applications_by_person on applications (person_id, started_at)`,
  sql`create index applications_by_state on applications (state, state_since, id)`,
  sql`create unique index applications_one_open on applications (person_id)
    where state in ('draft', 'submitted', 'moreWanted', 'answered')`,
  sql`create table application_decisions (
    id text primary key,
    application_id text not null references applications (id),
    kind text not null check (kind in ('approve', 'ask', 'decline', 'expire', 'withdraw')),
    reason text not null,
    by text references people (id),
    at text not null
  )`,
  sql`create unique index application_decisions_final on application_decisions (application_id)
    where kind in ('approve', 'decline')`,
  sql`create unique index application_decisions_closing on application_decisions (application_id)
    where kind in ('decline', 'expire', 'withdraw')`,
  sql`create index application_decisions_by_application on application_decisions (application_id, at)`,
  sql`create table application_answers (
    id text primary key,
    application_id text not null references applications (id),
    text text not null,
    at text not null
  )`,
  sql`create index application_answers_by_application on application_answers (application_id, at)`,
  sql`create table members (
    person_id text primary key references people (id),
    number integer not null unique,
    first_joined_on text not null
  )`,
  sql`create table memberships (
    id text primary key,
    person_id text not null references people (id),
    application_id text unique references applications (id),
    began_on text not null,
    year_starts text not null
  )`,
  sql`create index memberships_by_person on memberships (person_id, began_on)`,
  sql`create table membership_endings (
    membership_id text primary key references memberships (id),
    kind text not null check (kind in ('resign', 'remove')),
    ended_on text not null,
    reason text not null,
    by text references people (id),
    at text not null
  )`,
  sql`create table suspensions (
    id text primary key,
    membership_id text not null references memberships (id),
    from_on text not null,
    to_on text,
    reason text not null,
    by text references people (id),
    at text not null
  )`,
  sql`create index suspensions_by_membership on suspensions (membership_id)`,
  sql`create table grants (
    id text primary key,
    membership_id text not null references memberships (id),
    kind text not null check (kind in ('honorary', 'life', 'complimentary', 'feeHoliday', 'imported')),
    reason text not null,
    by text references people (id),
    at text not null
  )`,
  sql`create index grants_by_membership on grants (membership_id)`,
  sql`create table terms (
    id text primary key,
    membership_id text not null references memberships (id),
    grade_id text not null references grades (id),
    starts_on text not null,
    ends_on text not null,
    source text not null check (source in ('invoiceLine', 'seat', 'grant')),
    source_id text not null,
    created_at text not null,
    unique (source, source_id),
    check (ends_on >= starts_on)
  )`,
  sql`create index terms_by_membership on terms (membership_id, starts_on)`,
  sql`create table term_corrections (
    id text primary key,
    term_id text not null references terms (id),
    new_ends_on text not null,
    reason text not null,
    by text references people (id),
    at text not null
  )`,
  sql`create index term_corrections_by_term on term_corrections (term_id, at)`,
  sql`create table provisional_terms (
    invoice_line_id text primary key,
    membership_id text not null references memberships (id),
    grade_id text not null references grades (id),
    starts_on text not null,
    provisional_until text not null,
    ended_on text,
    created_at text not null
  )`,
  sql`create index provisional_terms_by_membership on provisional_terms (membership_id)`,
  sql`create table lapses (
    membership_id text not null references memberships (id),
    covered_until text not null,
    noticed_at text not null,
    primary key (membership_id, covered_until)
  )`,
  sql`create table cover (
    person_id text primary key references people (id),
    membership_id text not null references memberships (id),
    grade_id text references grades (id),
    covered_from text,
    covered_until text,
    provisional_from text,
    provisional_until text,
    grace_until text,
    suspended_from text,
    suspended_until text,
    ended_on text,
    ended_kind text
  )`,
  sql`create index cover_by_end on cover (covered_until, person_id)`,
  sql`create index cover_by_grace on cover (grace_until, person_id)`,
  sql`create index cover_by_grade on cover (grade_id, covered_until)`,
  sql`create index cover_by_provisional on cover (provisional_until) where provisional_until is not null`,
  sql`create index cover_by_suspension on cover (suspended_from) where suspended_from is not null`,
  sql`create index cover_by_ending on cover (ended_kind, ended_on) where ended_kind is not null`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(db);
}
