import { Temporal } from "temporal-polyfill";
import { EnvironmentProblem, readEnvironment } from "~/environment";
import { listed } from "~/lib/words";
import { type NotRestored, restore } from "../restore";
import { say } from "../say";

/** `restore DIR [--yes]` */
export async function restoreCommand(args: string[]): Promise<void> {
  const [backup] = args.filter((argument) => !argument.startsWith("--"));
  if (!backup) throw new EnvironmentProblem("Say which backup: restore DIRECTORY [--yes]");
  const environment = readEnvironment(process.env);
  const mayReplace = args.includes("--yes");
  const done = await restore(environment, backup, { mayReplace }, Temporal.Now.instant());
  if (!done.ok) throw new EnvironmentProblem(inWords(done.error));
  say(`Restored from ${backup}. Start the portal as usual.`);
  if (done.value.keptAt) say(`What was there before is kept in ${done.value.keptAt}`);
}

function inWords(refusal: NotRestored): string {
  switch (refusal.reason) {
    case "noBackup":
      return "There is no backup in this directory: it must hold a manifest.json.";
    case "changed":
      return `The backup is not as it was made. Different or missing: ${listed(refusal.files)}`;
    case "otherMode":
      return `The backup was made in ${refusal.mode} mode and does not open in the other.`;
    case "unsound":
      return `The backup's database is not sound: ${refusal.problem}`;
    case "serverRuns":
      return `The portal is running (process ${refusal.pid}). Stop it first.`;
    case "wouldReplace":
      return "There is a database already. Say --yes to put the backup in its place; what is there is kept beside it.";
  }
}
