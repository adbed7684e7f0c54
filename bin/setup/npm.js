import { existsSync, realpathSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { onPath, run, Stop } from "./run.js";

const nodePrefix = dirname(dirname(realpathSync(process.execPath)));

/**
 * Runs npm with the Node that runs us, also when this file was started by hand.
 * @param {string[]} args
 * @param {Record<string, string | undefined>} [env]
 */
export function npm(args, env = {}) {
  const script = npmScript();
  if (!script) throw new Stop("npm was not found: install Node.js together with npm.");
  return run(process.execPath, [script, ...args], { ...headers(), ...env });
}

function npmScript() {
  const started = process.env.npm_execpath;
  const candidates = [
    started && basename(started) === "npm-cli.js" ? started : undefined,
    join(nodePrefix, "lib/node_modules/npm/bin/npm-cli.js"),
    join(dirname(process.execPath), "node_modules/npm/bin/npm-cli.js"),
    onPath("npm") && realpathSync(/** @type {string} */ (onPath("npm"))),
    "/usr/share/nodejs/npm/bin/npm-cli.js",
  ];
  return candidates.find((path) => path?.endsWith("npm-cli.js") && existsSync(path));
}

/** Where Node's own headers lie beside it, compiling an add-on need not download them. */
function headers() {
  if (process.env.npm_config_nodedir) return {};
  return existsSync(join(nodePrefix, "include/node/node.h"))
    ? { npm_config_nodedir: nodePrefix }
    : {};
}
