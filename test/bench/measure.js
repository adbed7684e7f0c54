import { fork } from "node:child_process";
import { once } from "node:events";
import { Agent, request } from "node:http";

/** A child process that answers one question at a time. */
export async function startChild(file, environment) {
  const child = fork(new URL(file, import.meta.url), {
    env: { ...process.env, NODE_ENV: "production", ...environment },
    execArgv: ["--expose-gc"],
  });
  const [ready] = await once(child, "message");
  return {
    ...ready,
    async ask(what, details = {}) {
      child.send({ ask: what, ...details });
      const [answer] = await once(child, "message");
      return answer;
    },
    stop: () => child.kill(),
  };
}

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** Fetches an address over a kept connection; throws where the answer is not 200. */
export function fetchPage(url, cookie) {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, headers: cookie ? { cookie } : {} }, (response) => {
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("end", () => {
        const html = Buffer.concat(chunks).toString();
        if (response.statusCode === 200) resolve(html);
        else
          reject(
            new Error(`${url} answered ${response.statusCode} ${response.headers.location ?? ""}`),
          );
      });
    });
    sent.on("error", reject);
    sent.end();
  });
}

/** CPU milliseconds of the child for each request of a window. */
export async function cpuPerRequest(child, url, cookie, requests) {
  const before = await child.ask("cpu");
  for (let sent = 0; sent < requests; sent += 1) await fetchPage(url, cookie);
  const after = await child.ask("cpu");
  return (after.user + after.system - before.user - before.system) / 1000 / requests;
}

export const median = (numbers) =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
