import { join } from "node:path";
import { Temporal } from "temporal-polyfill";
import { EnvironmentProblem, readEnvironment } from "~/environment";
import { backUp } from "../backup";
import { noteBackup } from "../last-backup";
import { say } from "../say";

/** Makes a backup into a directory, or into `backups` beside the data. */
export async function backupCommand([into]: string[]): Promise<void> {
  const environment = readEnvironment(process.env);
  const { dataDirectory } = environment;
  const now = Temporal.Now.instant();
  try {
    const directory = await backUp(environment, into ?? join(dataDirectory, "backups"), now);
    noteBackup(dataDirectory, now);
    say(`Backed up to ${directory}`);
  } catch (error) {
    throw new EnvironmentProblem(`No backup was made: ${String(error)}`, { cause: error });
  }
}
