import express, { type Router } from "express";
import { formatPence } from "../../lib/money";
import { attemptPayment, invoiceOfIntent } from "../invoices/collection";
import { refuseIntent } from "../payments/answers";
import { collect } from "../payments/collect";
import { authenticationFailed } from "../payments/verdict";
import { idOf } from "../store/indexes";
import type { World } from "../world";
import { html } from "./html";
import { layout, noticePage } from "./layout";
import { textsOf } from "./read-method";

/** The bank's 3-D Secure page, as far as practice needs it. */
export function authenticationPage(base: string, action: string, pence: number | null): string {
  return layout(
    base,
    "Confirm with your bank",
    html`<h1>Confirm with your bank</h1>
<p>This test card asks for 3-D Secure. Your bank would now ask you to confirm the payment${pence ? ` of ${formatPence(pence)}` : ""}.</p>
<form method="post" action="${action}">
<button type="submit" name="answer" value="complete">Complete authentication</button>
<button type="submit" name="answer" value="fail" class="plain">Fail authentication</button>
</form>`,
  );
}

/** The page behind a PaymentIntent's next_action, as a renewal that needs the cardholder has it. */
export function authenticationPages(world: World): Router {
  const router = express.Router();
  router.get("/authenticate/:id", (request, response) => {
    const intent = world.store.get("payment_intent", request.params.id);
    if (intent?.status !== "requires_action") {
      response.status(intent ? 200 : 404).send(nothingToConfirm(request.baseUrl));
      return;
    }
    const action = `${request.baseUrl}/authenticate/${intent.id}`;
    response.send(authenticationPage(request.baseUrl, action, intent.amount));
  });
  router.post("/authenticate/:id", (request, response) => {
    const isConfirmed = textsOf(request.body).answer === "complete";
    const invoice = answerFor(world, request.params.id, isConfirmed);
    world.store.commit();
    if (invoice) response.redirect(303, `${request.baseUrl}/invoices/${invoice}`);
    else response.send(nothingToConfirm(request.baseUrl));
  });
  return router;
}

/** Carries out the cardholder's answer; returns the invoice that it was about. */
function answerFor(world: World, id: string, isConfirmed: boolean): string | undefined {
  const intent = world.store.get("payment_intent", id);
  const method = world.store.get("payment_method", idOf(intent?.payment_method));
  const invoice = invoiceOfIntent(world, id);
  if (intent?.status !== "requires_action" || !method) return invoice?.id;
  if (!isConfirmed) refuseIntent(world, intent, method, authenticationFailed);
  else if (invoice)
    attemptPayment(world, invoice.id, {
      isOnSession: true,
      isAuthenticated: true,
      method: method.id,
    });
  else collect(world, id, method.id, { isOnSession: true, isAuthenticated: true });
  return invoice?.id;
}

const nothingToConfirm = (base: string) =>
  noticePage(
    base,
    "Nothing to confirm",
    "Your bank has nothing to ask you. You can close this page.",
  );
