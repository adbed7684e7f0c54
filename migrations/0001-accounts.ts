import { type Kysely, sql } from "kysely";

const statements = [
  sql`create table people (
    id text primary key,
    given_name text not null default '',
    family_name text not null default '',
    email text not null,
    email_key text not null unique,
    email_verified_at text,
    backup_email text,
    nation text,
    region text,
    job_title text,
    died_on text,
    erased_at text,
    merged_into text references people (id),
    created_at text not null
  )`,
  sql`create index people_by_name on people (family_name, given_name, id)`,
  sql`create table accounts (
    person_id text primary key references people (id),
    password_hash text,
    created_at text not null
  )`,
  sql`create table sign_in_sessions (
    id_hash text primary key,
    person_id text not null references people (id),
    created_at text not null,
    last_seen_at text not null,
    expires_at text not null,
    proved_at text not null,
    two_factor_at text,
    agent text not null default ''
  )`,
  sql`create index sign_in_sessions_by_person on sign_in_sessions (person_id)`,
  sql`create table two_factors (
    person_id text primary key references people (id),
    sealed_secret text not null,
    confirmed_at text,
    last_counter integer not null default 0
  )`,
  sql`create table recovery_codes (
    person_id text not null references people (id),
    code_hash text not null,
    used_at text,
    primary key (person_id, code_hash)
  )`,
  sql`create table one_time_links (
    hash text primary key,
    person_id text not null references people (id),
    purpose text not null,
    email text not null,
    code_hash text,
    attempts integer not null default 0,
    created_at text not null,
    expires_at text not null,
    used_at text
  )`,
  sql`create index one_time_links_by_person on one_time_links (person_id, purpose)`,
  sql`create table sign_in_failures (
    email_key_hash text primary key,
    failures integer not null,
    first_failed_at text not null,
    blocked_until text
  )`,
  sql`create table staff_roles (
    id text primary key,
    person_id text not null references people (id),
    role text not null,
    from_on text not null,
    to_on text,
    by text
  )`,
  sql`create index staff_roles_by_person on staff_roles (person_id)`,
  sql`create table account_moves (
    id text primary key,
    person_id text not null references people (id),
    from_email text not null,
    to_email text not null,
    reason text not null,
    by text not null references people (id),
    requested_at text not null,
    takes_effect_at text not null,
    done_at text,
    stopped_at text
  )`,
  sql`create table employments (
    id text primary key,
    person_id text not null references people (id),
    organisation_id text,
    employer_name text not null,
    kind text not null,
    from_on text not null,
    to_on text
  )`,
  sql`create index employments_by_person on employments (person_id, from_on)`,
  sql`create index employments_by_employer on employments (employer_name)`,
  sql`create table wordings (
    id text primary key,
    kind text not null,
    version integer not null,
    title text not null,
    text text not null,
    in_force_on text not null,
    unique (kind, version)
  )`,
  sql`create table acceptances (
    id text primary key,
    person_id text not null references people (id),
    wording_id text not null references wordings (id),
    at text not null
  )`,
  sql`create index acceptances_by_person on acceptances (person_id, at)`,
  sql`create table consents (
    id text primary key,
    person_id text not null references people (id),
    topic text not null,
    choice text not null check (choice in ('yes', 'no')),
    wording_id text not null references wordings (id),
    at text not null,
    source text not null
  )`,
  sql`create index consents_by_person on consents (person_id, topic, at)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(db);
}
