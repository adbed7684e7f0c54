import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import { RequestFacts } from "./request-facts";

/** Renders in one go: reading pages hold no deferred data, and streaming costs more than it brings. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  { nonce, reference }: AppLoadContext,
): Response {
  const html = renderToString(
    <RequestFacts.Provider value={{ nonce, reference }}>
      <RemixServer context={remix} url={request.url} nonce={nonce} />
    </RequestFacts.Provider>,
  );
  headers.set("Content-Type", "text/html; charset=utf-8");
  const titled = isRefusedForm(status, remix) ? html.replace("<title>", "<title>Error: ") : html;
  return new Response(`<!doctype html>${titled}`, { status, headers });
}

/** A page's meta does not see what its action answered, and a screen reader says the title first. */
const isRefusedForm = (status: number, { staticHandlerContext }: EntryContext): boolean =>
  status >= 400 && Object.keys(staticHandlerContext.actionData ?? {}).length > 0;

export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: AppLoadContext },
): void {
  if (request.signal.aborted) return;
  const { pathname } = new URL(request.url);
  if (isRefusal(error)) return; // a 404 or 405 is an answer, not a fault
  context.world.log.error(
    { reference: context.reference, path: pathname, err: error },
    "page failed",
  );
}

const isRefusal = (error: unknown): boolean =>
  typeof error === "object" &&
  error !== null &&
  "status" in error &&
  typeof error.status === "number" &&
  error.status < 500;
