import { breakGlass } from "~/accounts/break-glass";
import { EnvironmentProblem, readEnvironment } from "~/environment";
import { closeWorld, createWorld } from "../create-world";
import { say } from "../say";

/** `break-glass EMAIL`: lets a locked-out administrator in again. */
export async function breakGlassCommand([email]: string[]): Promise<void> {
  if (!email) throw new EnvironmentProblem("Say for whom: break-glass EMAIL");
  const world = await createWorld(readEnvironment(process.env));
  try {
    const done = await breakGlass(world, email);
    if (!done.ok) throw new EnvironmentProblem("No administrator has this address.");
    say(`Open this link within ${done.value.minutes} minutes. It works once:\n${done.value.link}`);
  } finally {
    await closeWorld(world);
  }
}
