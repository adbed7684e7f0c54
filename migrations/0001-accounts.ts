import { type Kysely, sql } from "kysely";

const PLAIN: [accented: string, plain: string][] = [
  ["áàâäãåÁÀÂÄÃÅ", "a"],
  ["éèêëÉÈÊË", "e"],
  ["íìîïÍÌÎÏ", "i"],
  ["óòôöõøÓÒÔÖÕØ", "o"],
  ["úùûüÚÙÛÜ", "u"],
  ["ŵŴ", "w"],
  ["ýÿŷÝŶ", "y"],
  ["çÇ", "c"],
  ["ñÑ", "n"],
  ["łŁ", "l"],
  ["’", ""],
  ["-", " "],
];

/** The text without case, accents, apostrophes and hyphens, for searches and the order of lists. */
function key(expression: string) {
  const pairs = PLAIN.flatMap(([accented, plain]) => [...accented].map((from) => [from, plain]));
  const replaced = pairs.reduce(
    (inner, [from, to]) => `replace(${inner}, '${from}', '${to}')`,
    `replace(lower(trim(${expression})), '''', '')`,
  );
  return sql.raw(`text generated always as (${replaced}) stored`);
}

const statements = [
  sql`create table people (
    id text primary key,
    given_name text not null default '',
    family_name text not null default '',
    name_key ${key("family_name || ' ' || given_name")},
    given_key ${key("given_name || ' ' || family_name")},
    email text not null,
    email_key text not null unique,
    email_verified_at text,
    backup_email text,
    backup_email_key text,
    backup_email_confirmed_at text,
    nation text,
    region text,
    job_title text,
    died_on text,
    erased_at text,
    merged_into text references people (id),
    created_at text not null
  )`,
  sql`create index people_by_name on people (name_key, id)`,
  sql`create index people_by_given_name on people (given_key, id)`,
  sql`create index people_by_nation on people (nation, name_key, id)`,
  sql`create index people_by_death on people (died_on) where died_on is not null`,
  sql`create index people_by_backup_email on people (backup_email_key) where backup_email_key is not null`,
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
    attempt_id text not null unique,
    code_hash text,
    attempts integer not null default 0,
    password_hash text,
    backup_email text,
    created_at text not null,
    expires_at text not null,
    used_at text
  )`,
  sql`create index one_time_links_by_person on one_time_links (person_id, purpose, created_at)`,
  sql`create index one_time_links_by_expiry on one_time_links (expires_at)`,
  sql`create table known_agents (
    person_id text not null references people (id),
    agent text not null,
    first_seen_at text not null,
    primary key (person_id, agent)
  )`,
  sql`create table sign_in_failures (
    key_hash text primary key,
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
  sql`create index staff_roles_by_role on staff_roles (role, to_on)`,
  sql`create table account_moves (
    id text primary key,
    person_id text not null references people (id),
    from_email text not null,
    to_email text not null,
    reason text not null,
    by text not null references people (id),
    stop_hash text not null unique,
    requested_at text not null,
    takes_effect_at text not null,
    done_at text,
    stopped_at text
  )`,
  sql`create index account_moves_by_person on account_moves (person_id, requested_at)`,
  sql`create table employments (
    id text primary key,
    person_id text not null references people (id),
    organisation_id text,
    employer_name text not null,
    employer_key ${key("employer_name")},
    kind text not null,
    from_on text not null,
    to_on text
  )`,
  sql`create index employments_by_person on employments (person_id, from_on)`,
  sql`create index employments_by_employer on employments (employer_key, person_id)`,
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
