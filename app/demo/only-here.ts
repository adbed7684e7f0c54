import { notFound } from "~/access";
import type { World } from "~/world";
import type { Demonstration } from "./demonstration";

/** The demonstration of this world; in live mode the address does not exist. */
export function demonstrationOf(world: World): Demonstration {
  if (!world.demonstration) throw notFound();
  return world.demonstration;
}
