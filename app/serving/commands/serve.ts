import type { ServerBuild } from "@remix-run/node";
import { loadDemonstration } from "~/demo/load";
import { forgetUnfinishedLoad } from "~/demo/load/marker";
import { EnvironmentProblem, readEnvironment } from "~/environment";
import { openSetUp } from "~/office/set-up";
import type { World } from "~/world";
import { claimDirectory, runningServer } from "../running";
import { say } from "../say";
import { type Portal, serve } from "../serve";

/** Work under way may finish; what has not by then runs again at the next start. */
const LONGEST_STOP_MILLISECONDS = 10_000;

/** Serves until it is told to stop, then finishes what is under way. */
export async function serveUntilStopped(build: ServerBuild): Promise<void> {
  const environment = readEnvironment(process.env);
  refuseSecondServer(environment.dataDirectory);
  const isDemonstration = environment.mode === "demonstration";
  if (isDemonstration) forgetUnfinishedLoad(environment.dataDirectory);
  const leaveDirectory = claimDirectory(environment.dataDirectory);
  const prepare = isDemonstration ? (world: World) => loadDemonstration(world, say) : offerSetUp;
  const portal = await serve(environment, { build, prepare });
  const seconds = (performance.now() / 1000).toFixed(1);
  say(`The portal is at ${portal.url} (started in ${seconds} seconds)`);
  if (isDemonstration) say(`Sign in as anybody at ${portal.url}/demo`);
  stopWhenTold(portal, leaveDirectory);
}

/** Two portals on the same data would write beside each other, and one would clear away what the other loads. */
function refuseSecondServer(dataDirectory: string): void {
  const pid = runningServer(dataDirectory);
  if (pid)
    throw new EnvironmentProblem(
      `The portal is running already on ${dataDirectory} (process ${pid}). Stop it, or choose another DATA_DIR.`,
    );
}

/** Who can read this log runs the server, and so may set the portal up. */
async function offerSetUp({ db, environment }: World): Promise<void> {
  const token = await openSetUp(db);
  if (token) say(`Set up the portal, once, at ${environment.portalUrl}/setup?token=${token}`);
}

function stopWhenTold(portal: Portal, leaveDirectory: () => void): void {
  let isStopping = false;
  const stop = () => {
    if (isStopping) process.exit(1);
    isStopping = true;
    setTimeout(() => process.exit(1), LONGEST_STOP_MILLISECONDS).unref();
    void portal.stop().then(() => {
      leaveDirectory();
      process.exit(0);
    });
  };
  process.on("SIGINT", stop).on("SIGTERM", stop);
}
