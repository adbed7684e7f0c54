import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { ServerBuild } from "@remix-run/node";
import type { Handler } from "express";
import type { MovableClock } from "~/demo/clock";
import { createDemonstration } from "~/demo/demonstration";
import { type Environment, EnvironmentProblem } from "~/environment";
import { startWorker } from "~/jobs/run";
import { handlers, schedule } from "~/work";
import type { World } from "~/world";
import { createApp } from "./create-app";
import { closeWorld, createWorld, type GivenWorld } from "./create-world";

export interface Portal {
  world: World;
  url: string;
  stop(): Promise<void>;
}

export interface ServeOptions {
  build: ServerBuild | (() => Promise<ServerBuild>);
  development?: Handler;
  given?: GivenWorld;
  /** Done when the portal answers, before any job runs: the demonstration is loaded here. */
  prepare?: (world: World) => Promise<void>;
  /** Without a worker nothing happens by itself: a test runs the jobs when it wants them. */
  withoutWorker?: boolean;
}

/** Starts the portal: database, pages, jobs and, in the demonstration, Stripe's stand-in. */
export async function serve(given: Environment, options: ServeOptions): Promise<Portal> {
  const server = createServer();
  const environment = withPort(given, await listen(server, given));
  const world = await createWorld(environment, options.given);
  if (environment.mode === "demonstration")
    world.demonstration = createDemonstration(world, world.clock as MovableClock);
  const standIn = world.demonstration?.standIn;
  const extras = standIn ? [standIn.router] : [];
  server.on(
    "request",
    createApp({ world, build: options.build, extras, development: options.development }),
  );
  await options.prepare?.(world);
  const worker = options.withoutWorker
    ? undefined
    : startWorker(world, handlers, schedule, world.demonstration?.inTurn);
  return {
    world,
    url: environment.portalUrl,
    async stop() {
      server.close();
      server.closeIdleConnections();
      await worker?.stop();
      await standIn?.close();
      server.closeAllConnections();
      await closeWorld(world);
    },
  };
}

/** Port 0 asks for any free one; the portal's own address and the stand-in follow it. */
function withPort(environment: Environment, port: number): Environment {
  if (port === environment.port) return environment;
  const stripe = environment.stripe.host ? { ...environment.stripe, port } : environment.stripe;
  const withIt = (address: string) => address.replace(/:0$/, `:${port}`);
  return {
    ...environment,
    port,
    portalUrl: withIt(environment.portalUrl),
    checkoutOrigins: environment.checkoutOrigins.map(withIt),
    stripe,
  };
}

function listen(server: Server, { port, host }: Environment): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(inWords(error, port, host)));
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

/** What stands in the way of listening most often, in a sentence instead of a stack. */
function inWords(error: NodeJS.ErrnoException, port: number, host: string): Error {
  if (error.code === "EADDRINUSE")
    return new EnvironmentProblem(
      `Port ${port} is taken by another program. Stop it, or choose another: PORT=3001 npm start`,
    );
  if (error.code === "EACCES")
    return new EnvironmentProblem(
      `This account may not listen on port ${port}: choose one above 1024.`,
    );
  if (error.code === "EADDRNOTAVAIL")
    return new EnvironmentProblem(`This machine does not have the address ${host}: change HOST.`);
  return error;
}
