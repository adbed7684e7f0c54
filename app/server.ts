import * as build from "virtual:remix/server-build";
import { EnvironmentProblem } from "./environment";
import { backupCommand } from "./serving/commands/backup";
import { breakGlassCommand } from "./serving/commands/break-glass";
import { demoResetCommand } from "./serving/commands/demo-reset";
import { migrate } from "./serving/commands/migrate";
import { restoreCommand } from "./serving/commands/restore";
import { serveUntilStopped } from "./serving/commands/serve";

export { loadDemonstration } from "./demo/load";
export { readEnvironment } from "./environment";
export { createApp } from "./serving/create-app";
export { serve } from "./serving/serve";
export { build };

const commands: Record<string, (args: string[]) => Promise<void>> = {
  serve: () => serveUntilStopped(build),
  migrate,
  backup: backupCommand,
  restore: restoreCommand,
  "break-glass": breakGlassCommand,
  "demo-reset": demoResetCommand,
};

/** Runs a command of `bin/portal.js`; nothing happens on import. */
export async function run([name = "serve", ...args]: string[]): Promise<void> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  try {
    if (!command)
      throw new EnvironmentProblem(
        `There is no command "${name}". There are: ${Object.keys(commands).join(", ")}`,
      );
    await command(args);
  } catch (error) {
    if (!(error instanceof EnvironmentProblem)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
