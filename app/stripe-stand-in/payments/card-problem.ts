import type Stripe from "stripe";
import { Problem } from "../http/problem";
import type { Refusal } from "./verdict";

/** Stripe's 402 for a card that was refused. */
export function cardProblem(refusal: Refusal, intent: Stripe.PaymentIntent | undefined): Problem {
  return new Problem(402, {
    type: "card_error",
    code: refusal.code,
    decline_code: refusal.declineCode,
    message: refusal.message,
    payment_intent: intent,
  });
}
