import { addDays, civilDateOf } from "~/lib/civil-date";
import type { World } from "~/world";
import type { PastSubscription, pricesAtStandIn } from "./payers";
import { addApprovedApplication, addPerson, answersOf } from "./people";
import { type Plan, planPeople, type Story } from "./plans";
import type { Random } from "./random";

const ROWS_A_COMMIT = 100;

export interface MadeUpPerson {
  personId: string;
  gradeId: string;
  story: Story;
  diligence: number;
  /** Absent for somebody whose cover is given. */
  subscription?: PastSubscription;
}

/** The members whom nobody signs in as, with their jobs and applications. */
export async function addMadeUpPeople(
  world: World,
  priceOf: Awaited<ReturnType<typeof pricesAtStandIn>>,
  { people, random }: { people: number; random: Random },
): Promise<MadeUpPerson[]> {
  const plans = planPeople(people, civilDateOf(world.clock.now()), random);
  const made: MadeUpPerson[] = [];
  for (let first = 0; first < plans.length; first += ROWS_A_COMMIT)
    await world.db.transaction().execute(async (trx) => {
      for (const plan of plans.slice(first, first + ROWS_A_COMMIT)) {
        const { price, stripePriceId } = priceOf(plan.gradeName, plan.interval);
        const submittedOn = addDays(plan.joinedOn, -1);
        const personId = await addPerson(trx, plan, { since: submittedOn });
        const person = {
          personId,
          gradeId: price.gradeId,
          story: plan.story,
          diligence: plan.diligence,
        };
        if (plan.story === "honorary") {
          made.push(person);
          continue;
        }
        const answers = answersOf(plan, price);
        const application = {
          personId,
          gradeId: price.gradeId,
          priceId: price.id,
          submittedOn,
          answers,
        };
        const applicationId = await addApprovedApplication(trx, application);
        made.push({
          ...person,
          subscription: subscriptionOf(plan, {
            personId,
            applicationId,
            priceId: price.id,
            stripePriceId,
          }),
        });
      }
    });
  return made;
}

const subscriptionOf = (
  plan: Plan,
  ids: Pick<PastSubscription, "personId" | "applicationId" | "priceId" | "stripePriceId">,
): PastSubscription => ({
  ...ids,
  name: `${plan.givenName} ${plan.familyName}`,
  email: plan.email,
  startedOn: plan.joinedOn,
  pays: plan.story === "inGrace" || plan.story === "lapsed" ? "failingCard" : plan.pays,
});
