import { type Kysely, sql } from "kysely";

const statements = [
  sql`create table portal_facts (key text primary key, value text not null)`,
  sql`create table settings (key text primary key, value text not null, updated_at text not null)`,
  sql`create table number_series (name text primary key, last integer not null)`,
  sql`create table history (
    id text primary key,
    at text not null,
    actor_id text references people (id),
    act text not null,
    subject_kind text not null,
    subject_id text not null,
    person_id text references people (id),
    reason text,
    fields text not null default '[]'
  )`,
  sql`create index history_by_time on history (at, id)`,
  sql`create index history_by_subject on history (subject_kind, subject_id, at)`,
  sql`create index history_by_person on history (person_id, at)`,
  sql`create index history_by_actor on history (actor_id, at)`,
  sql`create index history_by_act on history (act, at)`,
  sql`create table history_values (
    history_id text not null references history (id),
    field text not null,
    before_value text,
    after_value text,
    primary key (history_id, field)
  )`,
  sql`create table outbox (
    id text primary key,
    email_name text not null,
    kind text not null check (kind in ('service', 'marketing')),
    person_id text references people (id),
    to_address text not null,
    details text not null,
    sealed_details text,
    state text not null check (state in ('waiting', 'sent', 'failed')),
    attempts integer not null default 0,
    last_error text,
    created_at text not null,
    sent_at text
  )`,
  sql`create index outbox_by_time on outbox (created_at, id)`,
  sql`create index outbox_by_person on outbox (person_id, created_at)`,
  sql`create index outbox_by_state on outbox (state, created_at, id)`,
  sql`create index outbox_by_name on outbox (email_name, created_at, id)`,
  sql`create index outbox_by_address on outbox (lower(to_address), created_at)`,
  sql`create table caught_mails (
    id text primary key,
    to_address text not null,
    subject text not null,
    html text not null,
    text text not null,
    caught_at text not null
  )`,
  sql`create index caught_mails_by_time on caught_mails (caught_at, id)`,
  sql`create index caught_mails_by_address on caught_mails (to_address, caught_at)`,
  sql`create table jobs (
    id text primary key,
    name text not null,
    payload text not null,
    unique_key text,
    run_at text not null,
    attempts integer not null default 0,
    is_dirty integer not null default 0,
    locked_until text,
    last_error text,
    created_at text not null,
    finished_at text,
    failed_at text
  )`,
  sql`create index jobs_due on jobs (run_at, id) where finished_at is null and failed_at is null`,
  sql`create unique index jobs_unfinished_key on jobs (unique_key) where finished_at is null and failed_at is null`,
  sql`create index jobs_failed on jobs (failed_at, id) where failed_at is not null`,
  sql`create index jobs_finished on jobs (finished_at) where finished_at is not null`,
  sql`create table job_slots (
    name text not null,
    slot text not null,
    claimed_at text not null,
    primary key (name, slot)
  )`,
  sql`create table blobs (
    sha256 text primary key,
    bytes integer not null,
    media_type text not null,
    stored_at text not null
  )`,
  sql`create table files (
    id text primary key,
    sha256 text not null references blobs (sha256),
    owner_kind text not null,
    owner_id text not null,
    name text not null,
    uploaded_by text references people (id),
    uploaded_at text not null
  )`,
  sql`create index files_by_owner on files (owner_kind, owner_id)`,
  sql`create index files_by_blob on files (sha256)`,
  sql`create table verification_codes (
    code text primary key,
    kind text not null,
    subject_id text not null,
    words text not null,
    sha256 text not null,
    issued_on text not null,
    withdrawn_at text,
    unique (kind, subject_id)
  )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(db);
}
