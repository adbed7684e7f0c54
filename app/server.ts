import * as build from "virtual:remix/server-build";
import { EnvironmentProblem } from "./environment";
import { serveUntilStopped } from "./serving/commands";

export { createApp } from "./serving/create-app";
export { serve } from "./serving/serve";
export { build };

const commands: Record<string, (args: string[]) => Promise<void>> = {
  serve: () => serveUntilStopped(build),
};

/** Runs a command of `bin/portal.js`; nothing happens on import. */
export async function run([name = "serve", ...args]: string[]): Promise<void> {
  const command = commands[name];
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
