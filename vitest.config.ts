import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// Workers inherit it; another zone may be given to find a date that depends on the machine's.
process.env.TZ ??= "UTC";
process.env.STRIPE_SUPPRESS_NOTICES = "true";

export default defineConfig({
  resolve: { alias: { "~": fileURLToPath(new URL("./app", import.meta.url)) } },
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
    exclude: ["test/e2e/**"],
    setupFiles: ["test/support/fail-on-console.ts"],
    // Processes, not threads: a native module that dies takes only its own file along.
    pool: "forks",
    maxWorkers: Math.max(2, availableParallelism() - 1),
    server: { deps: { inline: ["nhsuk-react-components"] } },
  },
});
