import { currentCycle } from "~/cpd/cycle";
import { logActivity } from "~/cpd/log-activity";
import { openCategories } from "~/cpd/queries/categories";
import { addDays, civilDateOf, daysBetween, earlier } from "~/lib/civil-date";
import { newId } from "~/lib/id";
import type { World } from "~/world";
import { LEARNING, type Learning } from "./learning";
import type { Random } from "./random";

const KINDS: Learning["category"][] = ["work", "professional", "course", "self", "other"];
const TARGET_MINUTES = 20 * 60;

/** Logs learning over the current cycle until this share of the target is reached. */
export async function logLearning(world: World, personId: string, share: number, random: Random) {
  const now = world.clock.now();
  const cycle = await currentCycle(world.db, personId, now);
  if (!cycle) return;
  const categories = await openCategories(world.db);
  const last = earlier(civilDateOf(now), cycle.endsOn);
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
