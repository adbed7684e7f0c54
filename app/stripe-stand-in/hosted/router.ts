import express, { type Request, type Response, type Router } from "express";
import type Stripe from "stripe";
import { failAuthentication, paySession } from "../checkout/pay";
import type { MethodType } from "../checkout/rules";
import { catchUp } from "../clockwork/clockwork";
import type { World } from "../world";
import { authenticationPage, authenticationPages } from "./authentication";
import { checkoutPage, type Shown } from "./checkout-page";
import type { Problems } from "./fields";
import { invoicePages } from "./invoice-page";
import { noticePage, stylesheet } from "./layout";
import { isEmail, readAccount, readCard, textsOf } from "./read-method";

/** Stripe's hosted pages under /stripe-stand-in. They need no script. */
export function hostedPages(world: World): Router {
  const router = express.Router();
  router.use(express.urlencoded({ extended: false, limit: "50kb" }));
  router.use((_request, response, next) => {
    catchUp(world);
    response.set("cache-control", "no-store");
    next();
  });
  router.get("/style.css", (_request, response) => {
    response.set("cache-control", "public, max-age=3600").type("css").send(stylesheet);
  });
  router.get("/checkout/:id", (request, response) =>
    withOpen(world, request, response, (session) => show(world, request, response, session)),
  );
  router.post("/checkout/:id", (request, response) =>
    withOpen(world, request, response, (session) => pay(world, request, response, session)),
  );
  router.get("/checkout/:id/authenticate", (request, response) =>
    withOpen(world, request, response, (session) => {
      if (!world.store.get("plan", session.id)?.authenticating)
        return redirect(response, `${request.baseUrl}/checkout/${session.id}`);
      const action = `${request.baseUrl}/checkout/${session.id}/authenticate`;
      response.send(authenticationPage(request.baseUrl, action, session.amount_total));
    }),
  );
  router.post("/checkout/:id/authenticate", (request, response) =>
    withOpen(world, request, response, (session) =>
      authenticate(world, request, response, session),
    ),
  );
  router.use(invoicePages(world));
  router.use(authenticationPages(world));
  router.use((request, response) => {
    response
      .status(404)
      .send(noticePage(request.baseUrl, "Page not found", "This practice page does not exist."));
  });
  return router;
}

/** A finished session sends a second click on to where the first one went; an expired one says so. */
function withOpen(
  world: World,
  request: Request,
  response: Response,
  work: (session: Stripe.Checkout.Session) => void,
) {
  const session = world.store.get("checkout.session", request.params.id);
  const base = request.baseUrl;
  if (!session)
    return void response
      .status(404)
      .send(
        noticePage(
          base,
          "Payment page not found",
          "Go back to where you came from and start the payment again.",
        ),
      );
  if (session.status === "open") return work(session);
  if (session.status === "complete" && request.method === "POST")
    return redirect(response, successAddress(session));
  const isDone = session.status === "complete";
  const page = isDone
    ? noticePage(
        base,
        "You have already paid",
        "This payment is complete. You have not been charged twice.",
        { href: successAddress(session), words: "Continue" },
      )
    : noticePage(
        base,
        "This payment page has expired",
        "No payment was taken. Go back and start the payment again.",
        session.cancel_url ? { href: session.cancel_url, words: "Go back" } : undefined,
      );
  response.status(isDone ? 200 : 410).send(page);
}

function show(
  world: World,
  request: Request,
  response: Response,
  session: Stripe.Checkout.Session,
) {
  const refusal = world.store.get("plan", session.id)?.refusal ?? null;
  response.send(
    checkoutPage(world, request.baseUrl, session, {
      method: chosen(session, request.query.method),
      values: {},
      problems: {},
      refusal,
    }),
  );
}

function pay(world: World, request: Request, response: Response, session: Stripe.Checkout.Session) {
  const values = textsOf(request.body);
  const method = chosen(session, values.method);
  const again = (problems: Problems, refusal: string | null = null) => {
    const shown: Shown = { method, values: { ...values, cvc: "" }, problems, refusal };
    response.status(refusal ? 402 : 422).send(checkoutPage(world, request.baseUrl, session, shown));
  };
  if (!session.customer && !session.customer_email && !isEmail(values.email))
    return again({ email: "Enter your email address" });
  const read = method === "card" ? readCard(world, values) : readAccount(world, values);
  if (!read.ok) return again(read.problems);
  const outcome = paySession(world, session.id, read.method);
  world.store.commit();
  if (outcome.kind === "declined")
    return again({}, `${outcome.refusal.message} Try again or use another card.`);
  if (outcome.kind === "needsAuthentication")
    return redirect(response, `${request.baseUrl}/checkout/${session.id}/authenticate`);
  redirect(response, successAddress(session));
}

function authenticate(
  world: World,
  request: Request,
  response: Response,
  session: Stripe.Checkout.Session,
) {
  const method = world.store.get("plan", session.id)?.authenticating;
  const back = `${request.baseUrl}/checkout/${session.id}`;
  if (!method) return redirect(response, back);
  if (textsOf(request.body).answer !== "complete") {
    failAuthentication(world, session.id);
    world.store.commit();
    return redirect(response, back);
  }
  const outcome = paySession(world, session.id, method, true);
  world.store.commit();
  redirect(response, outcome.kind === "declined" ? back : successAddress(session));
}

function successAddress(session: Stripe.Checkout.Session): string {
  return (session.success_url ?? "/").replaceAll("{CHECKOUT_SESSION_ID}", session.id);
}

function chosen(session: Stripe.Checkout.Session, wanted: unknown): MethodType {
  const offered = session.payment_method_types as MethodType[];
  return offered.find((method) => method === wanted) ?? offered[0] ?? "card";
}

function redirect(response: Response, address: string): void {
  response.redirect(303, address);
}
