import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig, type Plugin } from "vite";
import remixConfig from "./remix.config.js";

/** Pages, jobs and commands share one module graph: the server bundle starts at app/server.ts. */
const oneServerBundle: Plugin = {
  name: "portal:one-server-bundle",
  config: (_config, { isSsrBuild }) =>
    isSsrBuild ? { build: { rollupOptions: { input: "app/server.ts" } } } : undefined,
};

const SERVER_ONLY =
  /\/app\/(db|jobs(?!\/routes)|stripe-stand-in|demo\/load)\/|\/(queries|tables|gateway)(\/[^/]+)?\.ts$|node_modules\/(kysely|better-sqlite3|stripe|lucia|nodemailer|pdfkit)\//;

/** A query, an act or a secret that reaches the browser is a build error, not a review comment. */
const serverOnly: Plugin = {
  name: "portal:server-only",
  enforce: "pre",
  apply: "build",
  async resolveId(id, importer, options) {
    if (options?.ssr || !importer) return;
    const found = await this.resolve(id, importer, { ...options, skipSelf: true });
    if (found && SERVER_ONLY.test(found.id))
      this.error(`${importer} brings ${id} into the browser`);
    return found;
  },
};

/** The small script of plain pages keeps one address; `?v=` in root.tsx makes it cacheable for ever. */
const enhancements: Plugin = {
  name: "portal:enhancements",
  apply: (_config, { command, isSsrBuild }) => command === "build" && !isSsrBuild,
  buildStart() {
    this.emitFile({ type: "chunk", id: "/app/enhance.ts", fileName: "assets/enhance.js" });
  },
};

export default defineConfig({
  plugins: [serverOnly, remix(remixConfig), oneServerBundle, enhancements],
  resolve: { alias: { "~": fileURLToPath(new URL("./app", import.meta.url)) } },
  css: { preprocessorOptions: { scss: { loadPaths: ["node_modules"], quietDeps: true } } },
  ssr: { noExternal: ["nhsuk-react-components"] },
  define: {
    __BUILD_ID__: JSON.stringify(
      createHash("sha256").update(String(Date.now())).digest("hex").slice(0, 10),
    ),
  },
  optimizeDeps: {
    entries: ["app/entry.client.tsx", "app/root.tsx", "app/**/routes/*.tsx"],
    include: ["react", "react-dom/client", "react/jsx-dev-runtime", "@remix-run/react"],
  },
});
