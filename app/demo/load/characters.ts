import type { Temporal } from "temporal-polyfill";
import { addDays, addMonths, civilDateOf } from "~/lib/civil-date";
import type { World } from "~/world";
import { CHARACTERS } from "../characters";
import { addUnfinishedApplication, type UnfinishedApplication } from "./applicants";
import type { PastSubscription, pricesAtStandIn } from "./payers";
import { addApprovedApplication, addPerson, answersOf, type Identity } from "./people";

type Prices = Awaited<ReturnType<typeof pricesAtStandIn>>;

interface Loading {
  world: World;
  priceOf: Prices;
  passwordHash: string;
  now: Temporal.Instant;
}

const PLACES: Record<string, Identity["place"] & { employer: Identity["employer"] }> = {
  default: {
    nation: "England",
    region: "London",
    area: "Lea Wharf",
    employer: { name: "Lea Wharf Primary Care Network", kind: "primaryCareNetwork" },
  },
  catrin: {
    nation: "Wales",
    region: "South Wales Valleys",
    area: "Cwm Heulog",
    employer: { name: "Cwm Heulog Voluntary Action", kind: "charity" },
  },
  gwen: {
    nation: "Wales",
    region: "North Wales",
    area: "Dyffryn Alun",
    employer: { name: "Dyffryn Alun Council", kind: "council" },
  },
  eilidh: {
    nation: "Scotland",
    region: "Highland",
    area: "Strathcorran",
    employer: { name: "Thrive Strathcorran", kind: "charity" },
  },
  declan: {
    nation: "Northern Ireland",
    region: "Belfast",
    area: "Laganmore",
    employer: { name: "Laganmore Healthy Living Centre", kind: "other" },
  },
};

/** The people who have not joined yet, each at another step. */
const APPLICANTS: Record<
  string,
  Omit<UnfinishedApplication, "personId" | "answers" | "gradeId" | "priceId"> & { grade?: string }
> = {
  bem: { state: "draft", daysAgo: 2 },
  gwen: { state: "submitted", daysAgo: 3, grade: "Associate" },
  ines: { state: "moreWanted", daysAgo: 6, grade: "Low-income" },
  farah: { state: "approved", daysAgo: 1, grade: "Practising member" },
};

/** Adds the characters who are or were members or are joining; answers their ids and what they pay. */
export async function addCharacters(loading: Loading, askedBy: string) {
  const { world, priceOf, passwordHash, now } = loading;
  const ids = new Map<string, string>();
  const subscriptions: PastSubscription[] = [];
  await world.db.transaction().execute(async (trx) => {
    for (const { key, givenName, familyName, email, roles } of CHARACTERS) {
      if (roles.length > 0) continue;
      const { employer, ...place } = PLACES[key] ?? PLACES.default ?? raise(key);
      const identity: Identity = {
        givenName,
        familyName,
        email,
        place,
        employer,
        jobTitle: "Social prescribing link worker",
      };
      const history = historyOf(key, now);
      const personId = await addPerson(trx, identity, {
        since: addDays(history?.startedOn ?? civilDateOf(now), -7),
        passwordHash,
      });
      ids.set(key, personId);
      const applying = APPLICANTS[key];
      const { price, stripePriceId } = priceOf(applying?.grade ?? "Practising member", "year");
      const answers = answersOf(identity, price);
      if (applying) {
        const isDraft = applying.state === "draft";
        const asked =
          applying.state === "moreWanted" ? { reason: MORE_WANTED, by: askedBy } : undefined;
        await addUnfinishedApplication(
          trx,
          {
            ...applying,
            asked,
            personId,
            answers: isDraft ? firstSteps(answers) : answers,
            gradeId: isDraft ? null : price.gradeId,
            priceId: isDraft ? null : price.id,
          },
          now,
        );
      }
      if (!history) continue;
      const applicationId = await addApprovedApplication(trx, {
        personId,
        gradeId: price.gradeId,
        priceId: price.id,
        submittedOn: addDays(history.startedOn, -1),
        answers,
      });
      subscriptions.push({
        personId,
        name: `${givenName} ${familyName}`,
        email,
        applicationId,
        priceId: price.id,
        stripePriceId,
        ...history,
      });
    }
  });
  return { ids, subscriptions };
}

const MORE_WANTED =
  "Thank you. The letter that you sent is from last year. Please send one from the last three months, or tell us if that is difficult.";

const firstSteps = ({
  givenName = "",
  familyName = "",
  nation = "",
  region = "",
}: Record<string, string>) => ({ givenName, familyName, nation, region });

/** When each of the characters joined and how they pay; undefined for those who have not. */
function historyOf(
  key: string,
  now: Temporal.Instant,
): Pick<PastSubscription, "startedOn" | "startedAt" | "pays"> | undefined {
  const today = civilDateOf(now);
  const histories: Record<string, Pick<PastSubscription, "startedOn" | "startedAt" | "pays">> = {
    harpreet: { startedOn: today, startedAt: now.subtract({ minutes: 50 }), pays: "debit" },
    amara: { startedOn: addMonths(today, -19), pays: "card" },
    catrin: { startedOn: addDays(addMonths(today, -24), 40), pays: "card" },
    eilidh: { startedOn: addDays(addMonths(today, -12), -9), pays: "failingCard" },
    declan: { startedOn: addDays(addMonths(today, -12), -75), pays: "failingCard" },
  };
  return histories[key];
}

function raise(key: string): never {
  throw new Error(`No place for ${key}`);
}
