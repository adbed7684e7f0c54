import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { createServer } from "vite";

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
if (existsSync(".env")) process.loadEnvFile(".env");

const vite = await createServer({ server: { middlewareMode: true } });
const { serve } = await vite.ssrLoadModule("/app/serving/serve.ts");
const { readEnvironment } = await vite.ssrLoadModule("/app/environment.ts");
const portal = await serve(readEnvironment(process.env), {
  build: () => vite.ssrLoadModule("virtual:remix/server-build"),
  development: vite.middlewares,
});
console.log(`The portal is at ${portal.url}, and follows your changes`);
