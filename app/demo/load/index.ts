import { hashPassword } from "~/accounts/password";
import { addFirstRules } from "~/cpd/first-rules";
import { addMonths, civilDateOf } from "~/lib/civil-date";
import { addFirstGrades } from "~/membership/first-grades";
import { addFirstWordings } from "~/membership/first-wordings";
import { putSetting } from "~/office/queries";
import type { World } from "~/world";
import { DEMONSTRATION_PASSWORD } from "../characters";
import { forgetQueuedMail, isEmpty, numberInvoicesByDay } from "../queries";
import { addCharacters } from "./characters";
import { tellEnding } from "./endings";
import { logLearning } from "./learning-log";
import { addMadeUpPeople } from "./made-up";
import { markLoaded } from "./marker";
import { type PastSubscription, pricesAtStandIn, subscribeInThePast, syncPayers } from "./payers";
import { lateMorning } from "./people";
import { seededRandom } from "./random";
import { addStaff } from "./staff";

const SETTINGS = {
  name: "Linkway",
  legalName: "The Linkway Association of Link Workers (a demonstration)",
  contactEmail: "office@linkway.example",
  postalAddress: "Linkway House\n1 Example Street\nAshbarrow\nAS1 1AA",
};

/** Makes the demonstration association in an empty database; does nothing in one that has people. */
export async function loadDemonstration(
  world: World,
  say: (words: string) => void,
  { people = 500 }: { people?: number } = {},
): Promise<void> {
  if (!(await isEmpty(world.db))) return;
  say("Making the demonstration association…");
  world.raw.pragma("synchronous = OFF"); // a load that is cut short starts again from nothing
  const now = world.clock.now();
  const today = civilDateOf(now);
  await openAssociation(world);
  const passwordHash = await hashPassword(DEMONSTRATION_PASSWORD);
  const staff = await addStaff(world, addMonths(today, -80), passwordHash);
  const manager = staff.get("morag") ?? null;
  const random = seededRandom(2026);
  const priceOf = await pricesAtStandIn(world);
  const characters = await addCharacters({ world, priceOf, passwordHash, now }, manager ?? "");
  const madeUp = await addMadeUpPeople(world, priceOf, { people, random });
  const subscriptions = [
    ...characters.subscriptions,
    ...madeUp.flatMap(({ subscription }) => subscription ?? []),
  ];
  const payers = await subscribeInThePast(world, subscriptions.sort(byBeginning));
  await syncPayers(world, payers, (done) => say(`  ${done} members and their payments`));
  const joan = characters.ids.get("joan") ?? "";
  const gradeId = priceOf("Practising member", "year").price.gradeId;
  await tellEnding(world, { personId: joan, gradeId, story: "honorary", by: manager });
  for (const { personId, gradeId, story } of madeUp)
    await tellEnding(world, { personId, gradeId, story, by: manager });
  say("  what they have learned");
  for (const { personId, diligence } of madeUp)
    await logLearning(world, personId, diligence, random);
  for (const [key, share] of Object.entries({
    amara: 0.85,
    catrin: 0.3,
    eilidh: 0.7,
    declan: 0.55,
    joan: 0.2,
  }))
    await logLearning(world, characters.ids.get(key) ?? "", share, random);
  await numberInvoicesByDay(world.db);
  await forgetQueuedMail(world.db);
  world.raw.pragma("synchronous = FULL");
  world.raw.pragma("wal_checkpoint(TRUNCATE)");
  markLoaded(world.environment.dataDirectory);
}

/** Who joined first has the lower number. */
const byBeginning = (a: PastSubscription, b: PastSubscription) =>
  a.startedOn < b.startedOn ? -1 : a.startedOn > b.startedOn ? 1 : 0;

/** The association as it opened, some years ago. */
async function openAssociation(world: World): Promise<void> {
  const opened = lateMorning(addMonths(civilDateOf(world.clock.now()), -84));
  await world.db.transaction().execute(async (trx) => {
    for (const [key, value] of Object.entries(SETTINGS))
      await putSetting(trx, key, value, opened.toString());
    await addFirstGrades(trx, opened);
    await addFirstWordings(trx, opened);
    await addFirstRules(trx, opened);
  });
}
