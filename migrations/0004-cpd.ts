import { type Kysely, sql } from "kysely";

const statements = [
  sql`create table cpd_requirements (
    id text primary key,
    grade_id text references grades (id),
    nation text,
    version integer not null,
    from_on text not null,
    points_hundredths integer not null check (points_hundredths >= 0),
    formal_minutes integer not null check (formal_minutes >= 0),
    points_per_hour_hundredths integer not null,
    step_hundredths integer not null,
    note text not null default '',
    is_confirmed integer not null default 0
  )`,
  sql`create table cpd_categories (
    id text primary key,
    name text not null,
    hint text not null default '',
    is_formal_by_default integer not null,
    position integer not null,
    retired_on text
  )`,
  sql`create table cpd_cycles (
    id text primary key,
    person_id text not null references people (id),
    starts_on text not null,
    ends_on text not null,
    requirement_id text not null references cpd_requirements (id),
    closed_on text,
    close_kind text,
    unique (person_id, starts_on)
  )`,
  sql`create table cpd_activities (
    id text primary key,
    person_id text not null references people (id),
    completed_on text not null,
    category_id text not null references cpd_categories (id),
    title text not null,
    is_formal integer not null,
    minutes integer not null check (minutes > 0),
    points_hundredths integer not null check (points_hundredths >= 0),
    learned text not null default '',
    source_kind text not null default 'manual',
    source_id text,
    finished_at text,
    created_at text not null,
    updated_at text not null,
    deleted_at text,
    unique (person_id, source_kind, source_id)
  )`,
  sql`create index cpd_activities_by_person on cpd_activities (person_id, completed_on, id)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(db);
}
