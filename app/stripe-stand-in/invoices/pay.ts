import type Stripe from "stripe";
import { Problem, refuse } from "../http/problem";
import { cardProblem } from "../payments/card-problem";
import { cancelIntent } from "../payments/intents";
import type { World } from "../world";
import { attemptPayment, methodFor } from "./collection";
import { finalise } from "./finalise";
import { markPaid, openIntent } from "./paid";

/** Pays an open invoice now; a refusal of the bank is a 402. */
export function payInvoice(
  world: World,
  params: Stripe.InvoicePayParams,
  id: string,
): Stripe.Invoice {
  const before = world.store.need("invoice", id);
  const invoice = before.status === "draft" ? finalise(world, id) : before;
  if (invoice.status === "paid" && before.status !== "draft")
    throw refuse("Invoice is already paid", undefined, "invoice_already_paid");
  if (invoice.status === "paid") return invoice;
  if (invoice.status === "void")
    throw refuse(
      "This invoice is void and can no longer be paid.",
      undefined,
      "invoice_not_editable",
    );
  const waiting = openIntent(world, id);
  if (waiting?.status === "processing")
    throw refuse(
      "This invoice has a payment that is still processing.",
      undefined,
      "invoice_payment_intent_requires_action",
    );
  if (params.paid_out_of_band) return paidElsewhere(world, id);
  if (!params.payment_method && !methodFor(world, invoice))
    throw refuse(
      "There is no `default_payment_method` set on this Customer or Invoice. Please set a default payment method.",
      undefined,
      "resource_missing",
    );
  const outcome = attemptPayment(world, id, {
    isOnSession: params.off_session === false,
    method: params.payment_method,
  });
  if (outcome?.kind === "declined") throw cardProblem(outcome.refusal, openIntent(world, id));
  if (outcome?.kind === "needsAuthentication")
    throw new Problem(402, {
      type: "card_error",
      code: "invoice_payment_intent_requires_action",
      message:
        "This payment requires additional user action before it can be completed successfully.",
      payment_intent: openIntent(world, id),
    });
  return world.store.need("invoice", id);
}

function paidElsewhere(world: World, id: string): Stripe.Invoice {
  const intent = openIntent(world, id);
  if (intent && intent.status !== "canceled") cancelIntent(world, intent.id, "void_invoice");
  return markPaid(world, id, true);
}
