/** An association of any size, made quickly and directly: the bench measures pages, not how people join. */
import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";

const GIVEN = [
  "Amara",
  "Bem",
  "Catrin",
  "Declan",
  "Eilidh",
  "Farah",
  "Gwen",
  "Harpreet",
  "Ines",
  "Joan",
  "Kofi",
  "Lewis",
];
const FAMILY = [
  "Adeyemi",
  "Bright",
  "Castle",
  "Davies",
  "Evans",
  "Fielding",
  "Grant",
  "Howells",
  "Iqbal",
  "Jones",
  "Khan",
  "MacLeod",
];
const NATIONS = ["England", "England", "England", "Scotland", "Wales", "Northern Ireland"];
const ACTIVITIES = 6;

const iso = (date) => date.toISOString().slice(0, 10);
const daysFromNow = (days) => iso(new Date(Date.now() + days * 86_400_000));

/** Fills a new database and answers the ids of a member and of a membership manager. */
export async function fillAssociation(directory, members) {
  mkdirSync(directory, { recursive: true });
  const path = join(directory, "portal.sqlite");
  await migrate(dirname(directory));
  const database = new Database(path);
  database.pragma("synchronous = OFF");
  const rules = addRules(database);
  const people = database.transaction(() => {
    const ids = Array.from({ length: members }, (_, number) => addMember(database, number, rules));
    return { member: ids[0], manager: addManager(database) };
  })();
  database.exec("analyze");
  database.close();
  return people;
}

async function migrate(dataDirectory) {
  const { build, serve, readEnvironment } = await import("../../build/server/index.js");
  const environment = readEnvironment({ PORT: "0", DATA_DIR: dataDirectory, LOG_LEVEL: "silent" });
  const portal = await serve(environment, { build, withoutWorker: true });
  await portal.stop();
}

const insert = (database, table, row) => {
  const names = Object.keys(row);
  const marks = names.map((name) => `@${name}`).join(", ");
  prepared(database, `insert into ${table} (${names.join(", ")}) values (${marks})`).run(row);
};

const statements = new WeakMap();
function prepared(database, sql) {
  if (!statements.has(database)) statements.set(database, new Map());
  const known = statements.get(database);
  if (!known.has(sql)) known.set(sql, database.prepare(sql));
  return known.get(sql);
}

function addRules(database) {
  const from = { from_on: "2020-01-01" };
  insert(database, "grades", {
    id: "grade",
    name: "Practising member",
    summary: "For link workers",
    review: "automatic",
    position: 1,
  });
  insert(database, "grade_prices", {
    id: "price",
    grade_id: "grade",
    interval: "year",
    pence: 4500,
    vat_treatment: "exempt",
    ...from,
  });
  insert(database, "cpd_requirements", {
    id: "requirement",
    version: 1,
    points_hundredths: 2000,
    formal_minutes: 600,
    points_per_hour_hundredths: 100,
    step_hundredths: 25,
    ...from,
  });
  insert(database, "cpd_categories", {
    id: "category",
    name: "Courses",
    is_formal_by_default: 1,
    position: 1,
  });
}

function addPerson(database, number, name) {
  const id = randomUUID();
  const email = `${name.join(".").toLowerCase()}.${number}@example.org`;
  const at = "2021-01-05T09:00:00Z";
  const [given_name, family_name] = name;
  insert(database, "people", {
    id,
    given_name,
    family_name,
    email,
    email_key: email,
    email_verified_at: at,
    nation: NATIONS[number % NATIONS.length],
    region: "Somewhere",
    job_title: "Link worker",
    created_at: at,
  });
  insert(database, "accounts", { person_id: id, created_at: at });
  return id;
}

function addMember(database, number) {
  const name = [
    GIVEN[number % GIVEN.length],
    FAMILY[Math.floor(number / GIVEN.length) % FAMILY.length],
  ];
  const person_id = addPerson(database, number, name);
  const id = randomUUID();
  const endsOn = daysFromNow(number === 0 ? 150 : (number % 380) - 15);
  const startsOn = iso(new Date(Date.parse(endsOn) - 364 * 86_400_000));
  insert(database, "employments", {
    id: randomUUID(),
    person_id,
    employer_name: `Network ${number % 200}`,
    kind: "primaryCareNetwork",
    from_on: startsOn,
  });
  insert(database, "members", { person_id, number: number + 1, first_joined_on: startsOn });
  insert(database, "memberships", {
    id,
    person_id,
    began_on: startsOn,
    year_starts: startsOn.slice(5),
  });
  insert(database, "terms", {
    id: randomUUID(),
    membership_id: id,
    grade_id: "grade",
    starts_on: startsOn,
    ends_on: endsOn,
    source: "grant",
    source_id: randomUUID(),
    created_at: `${startsOn}T09:00:00Z`,
  });
  insert(database, "cover", {
    person_id,
    membership_id: id,
    grade_id: "grade",
    covered_from: startsOn,
    covered_until: endsOn,
    grace_until: iso(new Date(Date.parse(endsOn) + 30 * 86_400_000)),
  });
  for (let activity = 0; activity < ACTIVITIES; activity += 1)
    addActivity(database, person_id, startsOn, activity);
  return person_id;
}

function addActivity(database, person_id, startsOn, position) {
  const completed_on = iso(new Date(Date.parse(startsOn) + position * 20 * 86_400_000));
  const at = `${completed_on}T17:00:00Z`;
  insert(database, "cpd_activities", {
    id: randomUUID(),
    person_id,
    completed_on,
    category_id: "category",
    title: "Motivational interviewing",
    is_formal: position % 2,
    minutes: 90,
    points_hundredths: 150,
    learned: "To leave silences alone",
    finished_at: at,
    created_at: at,
    updated_at: at,
  });
}

function addManager(database) {
  const person_id = addPerson(database, 999_999, ["Morag", "Reid"]);
  insert(database, "staff_roles", {
    id: randomUUID(),
    person_id,
    role: "membershipManager",
    from_on: "2020-01-01",
  });
  insert(database, "two_factors", {
    person_id,
    sealed_secret: "unused",
    confirmed_at: "2021-01-05T09:00:00Z",
  });
  return person_id;
}
