import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
if (existsSync(".env")) process.loadEnvFile(".env");
process.env.NODE_ENV ??= "production";

const { run } = await import(`../${process.env.PORTAL_BUILD ?? "build"}/server/index.js`);
await run(process.argv.slice(2));
