/** The built portal in a process of its own, so that the CPU time read here is the portal's alone. */
import Database from "better-sqlite3";

const recorded = [];
let isRecording = false;

const prepare = Database.prototype.prepare;
Database.prototype.prepare = function recordingPrepare(sql) {
  const statement = prepare.call(this, sql);
  const all = statement.all;
  statement.all = (...parameters) => {
    if (isRecording) recorded.push({ sql, parameters: parameters.flat() });
    return all.apply(statement, parameters);
  };
  return statement;
};

const startedAt = performance.now();
const { build, serve, readEnvironment } = await import("../../build/server/index.js");
const environment = readEnvironment({ ...process.env, PORT: "0", LOG_LEVEL: "silent" });
const portal = await serve(environment, { build, withoutWorker: true });
const startMilliseconds = performance.now() - startedAt;

const answers = {
  cpu: () => process.cpuUsage(),
  memory: () => {
    globalThis.gc?.();
    return process.memoryUsage().rss;
  },
  cookie: async ({ personId }) => {
    const at = new Date().toISOString();
    const facts = { agent: "bench", lastSeenAt: at, provedAt: at, twoFactorAt: at };
    const session = await portal.world.sessions.createSession(personId, facts);
    return portal.world.sessions.createSessionCookie(session.id).serialize().split(";")[0];
  },
  record: () => {
    recorded.length = 0;
    isRecording = true;
  },
  recorded: () => {
    isRecording = false;
    return recorded;
  },
};

process.on("message", async ({ ask, ...details }) =>
  process.send(await (answers[ask]?.(details) ?? null)),
);
process.on("SIGINT", () => process.exit(0));
process.send({ url: portal.url, startMilliseconds });
