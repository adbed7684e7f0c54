import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's own folder, whatever folder the command was started from. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

/** A reason to stop that the person at the terminal can act on; shown without a stack. */
export class Stop extends Error {}

/** @param {string} text */
export const say = (text) => console.log(text);

/** True for the administrator of a machine whose packages come by apt. */
export const mayUseApt = () => process.getuid?.() === 0 && onPath("apt-get") !== undefined;

/**
 * The full path of a program found on PATH, or undefined.
 * @param {string} program
 */
export function onPath(program) {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path));
}

/**
 * Runs a program and keeps what it prints, so that only failures make noise.
 * @param {string} program
 * @param {string[]} args
 * @param {Record<string, string | undefined>} [env] added to the present environment
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export function run(program, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const stop = () => child.kill();
    process.once("exit", stop);
    const parts = [];
    child.stdout.on("data", (part) => parts.push(part));
    child.stderr.on("data", (part) => parts.push(part));
    child.on("error", (error) => resolve({ ok: false, output: error.message }));
    child.on("close", (code) => {
      process.off("exit", stop);
      resolve({ ok: code === 0, output: Buffer.concat(parts).toString() });
    });
  });
}

/**
 * Installs Debian packages; a failure is only reported back, as the package may not be needed.
 * @param {string[]} packages
 */
export async function aptInstall(packages) {
  const quiet = { DEBIAN_FRONTEND: "noninteractive" };
  const wait = ["-o", "DPkg::Lock::Timeout=120"];
  await run("apt-get", [...wait, "update"], quiet);
  return run("apt-get", [...wait, "install", "-y", ...packages], quiet);
}
