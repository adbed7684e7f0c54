import type { World } from "../world";
import { perform } from "./perform";

/** Does, in order of time, all that is due by now; a request then meets the state that Stripe would have. */
export function catchUp(world: World, until = world.now()): void {
  if (world.isPinned) return;
  try {
    while (step(world, until));
  } finally {
    world.pin(null);
  }
  world.store.commit();
}

/** Like catching up, but lets each moment's events be answered before the next moment begins. */
export async function advance(
  world: World,
  until: number,
  settled: () => Promise<void>,
): Promise<void> {
  try {
    for (
      let last = world.now(), moment = step(world, until);
      moment !== undefined;
      last = moment, moment = step(world, until)
    ) {
      if (moment === last) continue;
      world.store.commit();
      await settled();
    }
  } finally {
    world.pin(null);
    world.reach(until);
  }
  world.store.commit();
  await settled();
}

/** One task at its own time; undefined where nothing is due any more. */
function step(world: World, until: number): number | undefined {
  const task = world.agenda.takeDue(until);
  if (!task) return undefined;
  world.pin(task.at);
  perform(world, task);
  return task.at;
}
