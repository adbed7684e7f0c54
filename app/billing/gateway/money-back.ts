import type Stripe from "stripe";
import type { Pence } from "~/lib/money";
import { err, ok, type Result } from "~/lib/result";
import { asked, refusalWords } from "./client";
import { refundOf } from "./reading";
import type { StripeRefund } from "./types";

/** Stripe will not do it; its words are for the office, never for a member. */
export interface Refused {
  reason: "refused";
  words: string;
}

/** What gives money back or stops it from being taken. Each may be asked twice and happens once. */
export const moneyBackVia = (stripe: Stripe) => ({
  refund: (given: {
    refundId: string;
    intentId: string;
    pence: Pence;
  }): Promise<Result<StripeRefund, Refused>> =>
    unlessRefused(async () =>
      refundOf(
        await stripe.refunds.create(
          {
            payment_intent: given.intentId,
            amount: given.pence,
            metadata: { refundId: given.refundId },
          },
          { idempotencyKey: `refund-${given.refundId}` },
        ),
      ),
    ),

  /** Refused where it has ended already. */
  cancelSubscription: (id: string): Promise<Result<null, Refused>> =>
    unlessRefused(async () => {
      await stripe.subscriptions.cancel(id);
      return null;
    }),

  /** Refused where it is not open, or a debit for it is under way. */
  voidInvoice: (id: string): Promise<Result<null, Refused>> =>
    unlessRefused(async () => {
      await stripe.invoices.voidInvoice(id);
      return null;
    }),

  /** The ids of a subscription's invoices that still ask for money. */
  async openInvoicesOf(subscriptionId: string): Promise<string[]> {
    const { data } = await asked(
      stripe.invoices.list({ subscription: subscriptionId, status: "open", limit: 100 }),
    );
    return data.map(({ id }) => id);
  },
});

async function unlessRefused<T>(work: () => Promise<T>): Promise<Result<T, Refused>> {
  try {
    return ok(await asked(work()));
  } catch (error) {
    const words = refusalWords(error);
    if (words === undefined) throw error;
    return err({ reason: "refused", words });
  }
}
