import { currentCycle } from "~/cpd/cycle";
import { logActivity } from "~/cpd/log-activity";
import { openCategories } from "~/cpd/queries/categories";
import { addDays, civilDateOf, daysBetween, earlier, startOfDay } from "~/lib/civil-date";
import { newId } from "~/lib/id";
import { personStanding } from "~/membership/person-standing";
import type { World } from "~/world";
import { LEARNING, type Learning } from "./learning";
import type { Random } from "./random";

const KINDS: Learning["category"][] = ["work", "professional", "course", "self", "other"];
const TARGET_MINUTES = 20 * 60;

/** Logs learning over the year that is or was paid last until this share of the target is reached. */
export async function logLearning(world: World, personId: string, share: number, random: Random) {
  const now = world.clock.now();
  const { cover } = await personStanding(world.db, personId, civilDateOf(now));
  const paidUntil = cover?.coveredUntil;
  const then = paidUntil && paidUntil < civilDateOf(now) ? startOfDay(paidUntil) : now;
  const cycle = await currentCycle(world.db, personId, then);
  if (!cycle) return;
  const categories = await openCategories(world.db);
  const last = earlier(civilDateOf(then), cycle.endsOn);
  const days = daysBetween(cycle.startsOn, last);
  let minutes = 0;
  while (minutes < share * TARGET_MINUTES) {
    const learning = random.pick(LEARNING);
    minutes += learning.minutes;
    await logActivity(
      world.db,
      personId,
      {
        id: newId(),
        title: learning.title,
        completedOn: addDays(cycle.startsOn, random.between(0, days)),
        categoryId: categories[KINDS.indexOf(learning.category)]?.id ?? "",
        minutes: learning.minutes,
        learned: learning.learned,
      },
      now,
    );
  }
}
