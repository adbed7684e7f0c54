import express, { type NextFunction, type Request, type Response, type Router } from "express";
import { catchUp } from "../clockwork/clockwork";
import { randomText } from "../store/ids";
import { API_VERSION } from "../webhooks/events";
import type { World } from "../world";
import { accepted } from "./accepted-parameters.generated";
import type { Endpoint } from "./endpoint";
import { expanded } from "./expand";
import { refuseIgnored } from "./honoured";
import { answeredBefore, fingerprintOf } from "./idempotency";
import { Problem, refuse, unauthorised } from "./problem";
import { readParameters } from "./read-parameters";

interface Answer {
  status: number;
  body: unknown;
}

/** Stripe's API under /v1: authentication, parameters, idempotency, errors. */
export function api(world: World, endpoints: readonly Endpoint[]): Router {
  const router = express.Router();
  router.use(express.urlencoded({ extended: true, parameterLimit: 5000, limit: "1mb" }));
  for (const served of endpoints) {
    const serve = (request: Request, response: Response) =>
      answer(world, served, request, response);
    router[served.method === "GET" ? "get" : served.method === "POST" ? "post" : "delete"](
      served.path,
      serve,
    );
  }
  router.use((request, response) => {
    send(response, failed(unknownAddress(request)), newRequestId());
  });
  // Express knows an error handler by its four parameters.
  router.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) return next(error);
    send(
      response,
      failed(refuse(error instanceof Error ? error.message : "Invalid request body")),
      newRequestId(),
    );
  });
  return router;
}

function answer(world: World, served: Endpoint, request: Request, response: Response) {
  const requestId = newRequestId();
  const key = request.method === "POST" ? request.get("idempotency-key") : undefined;
  if (key) response.set("idempotency-key", key);
  try {
    authorise(world, request);
    const fingerprint = fingerprintOf(request.method, request.baseUrl + request.path, request.body);
    const before = key && answeredBefore(world, key, fingerprint);
    if (before) {
      response.set("idempotent-replayed", "true");
      return send(response, before, before.requestId);
    }
    catchUp(world);
    const given = work(world, served, request, { id: requestId, idempotency_key: key ?? null });
    if (key && given.isKept)
      world.store.put("idempotency", {
        id: key,
        fingerprint,
        ...given.answer,
        requestId,
        at: world.now(),
      });
    world.store.commit();
    send(response, given.answer, requestId);
  } catch (error) {
    send(response, failed(error), requestId);
  }
}

function work(
  world: World,
  served: Endpoint,
  request: Request,
  cause: World["request"],
): { answer: Answer; isKept: boolean } {
  world.request = cause;
  try {
    const raw = request.method === "POST" ? request.body : { ...request.query, ...request.body };
    const params = readParameters(raw, accepted[served.accepts]);
    refuseIgnored(params, served.honours);
    const object = served.answer(world, params, request.params.id ?? "");
    const paths = Array.isArray(params.expand) ? params.expand.map(String) : [];
    return { answer: { status: 200, body: expanded(world, object, paths) }, isKept: true };
  } catch (error) {
    return { answer: failed(error), isKept: error instanceof Problem && !error.beforeWork };
  } finally {
    world.request = null;
  }
}

function authorise(world: World, request: Request): void {
  const header = request.get("authorization");
  if (!header)
    throw unauthorised(
      "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
    );
  const key = header.replace(/^Bearer /, "");
  if (key !== world.options.secretKey)
    throw unauthorised(`Invalid API Key provided: ${key.slice(0, 8)}****${key.slice(-4)}`);
  const version = request.get("stripe-version");
  if (version && version !== API_VERSION) throw refuse(`Invalid Stripe API version: ${version}`);
}

function failed(error: unknown): Answer {
  if (error instanceof Problem) return { status: error.status, body: { error: error.detail } };
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { status: 500, body: { error: { type: "api_error", message } } };
}

function unknownAddress(request: Request): Problem {
  return new Problem(404, {
    type: "invalid_request_error",
    message: `Unrecognized request URL (${request.method}: ${request.baseUrl}${request.path}). Please see https://stripe.com/docs or we can help at https://support.stripe.com/.`,
  });
}

function send(response: Response, given: Answer, requestId: string): void {
  response.status(given.status).set({
    "request-id": requestId,
    "stripe-version": API_VERSION,
  });
  response.json(given.body);
}

const newRequestId = () => `req_${randomText(14)}`;
