import { rmSync } from "node:fs";
import { EnvironmentProblem, readEnvironment } from "~/environment";
import { runningServer } from "../running";
import { say } from "../say";

/** Removes the demonstration's data: the next start makes the association anew. */
export async function demoResetCommand(): Promise<void> {
  const { mode, dataDirectory } = readEnvironment(process.env);
  if (mode === "live") throw new EnvironmentProblem("There is no demonstration in live mode.");
  const pid = runningServer(dataDirectory);
  if (pid) throw new EnvironmentProblem(`The portal is running (process ${pid}). Stop it first.`);
  rmSync(dataDirectory, { recursive: true, force: true });
  say("The demonstration's data are gone. npm start makes them anew.");
}
