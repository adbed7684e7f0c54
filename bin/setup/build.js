import { join } from "node:path";
import { npm } from "./npm.js";
import { root, Stop, say } from "./run.js";
import { fingerprint, isStamped, writeStamp } from "./stamp.js";

// The build empties its own folder first, so a stamp there always speaks of a finished build.
const stamp = join(root, "build/.linkway-built");
const sources = [
  "app",
  "migrations",
  "public",
  "vite.config.ts",
  "remix.config.js",
  "tsconfig.json",
  "package-lock.json",
];

const print = () => fingerprint(root, sources);

/** Whether the build was made from the sources as they stand. */
export const isBuilt = () => isStamped(stamp, print());

/** Builds the portal; sources that change meanwhile are built at the next start. */
export async function build() {
  const wanted = print();
  say("Building the portal.");
  const { ok, output } = await npm(["run", "build", "--silent"], { NODE_ENV: "production" });
  if (!ok) throw new Stop(`${output.trim()}\n\nThe portal could not be built: see above.`);
  writeStamp(stamp, wanted);
}
