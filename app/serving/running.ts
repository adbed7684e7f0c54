import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const pathIn = (dataDirectory: string) => join(dataDirectory, "server.pid");

/** Notes that this process serves these data; the answer takes the note away again. */
export function claimDirectory(dataDirectory: string): () => void {
  mkdirSync(dataDirectory, { recursive: true });
  writeFileSync(pathIn(dataDirectory), String(process.pid));
  return () => rmSync(pathIn(dataDirectory), { force: true });
}

/** The process that serves these data now; undefined where none does, whatever a crash left behind. */
export function runningServer(dataDirectory: string): number | undefined {
  const path = pathIn(dataDirectory);
  if (!existsSync(path)) return undefined;
  const pid = Number(readFileSync(path, "utf8"));
  return pid !== process.pid && isAlive(pid) && isPortal(pid) ? pid : undefined;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0); // signal 0 only asks
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** After a crash or in a new container the number may be somebody else's by now; Linux says whose. */
function isPortal(pid: number): boolean {
  const path = `/proc/${pid}/cmdline`;
  return !existsSync(path) || readFileSync(path, "utf8").includes("portal.js");
}
