import type { ServerBuild } from "@remix-run/node";
import { readEnvironment } from "~/environment";
import { serve } from "./serve";

/** Serves until it is told to stop, then finishes what is under way. */
export async function serveUntilStopped(build: ServerBuild): Promise<void> {
  const portal = await serve(readEnvironment(process.env), { build });
  console.log(`The portal is at ${portal.url}`);
  let isStopping = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.on(signal, () => {
      if (isStopping) process.exit(1);
      isStopping = true;
      void portal.stop().then(() => process.exit(0));
    });
}
