import type { CardNature } from "../store/records";

export interface Refusal {
  /** Stripe's error code. */
  code: string;
  declineCode: string;
  message: string;
}

export type CardVerdict = "approved" | "needsAuthentication" | Refusal;

/** How a charge comes about. */
export interface Occasion {
  /** Whether the cardholder is there; a renewal is not. */
  isOnSession: boolean;
  /** Whether 3-D Secure was completed for this very charge. */
  isAuthenticated: boolean;
  /** Whether this card was authenticated when it was saved. */
  wasAuthenticated: boolean;
}

const declined: Refusal = {
  code: "card_declined",
  declineCode: "generic_decline",
  message: "Your card was declined.",
};
const noFunds: Refusal = {
  code: "card_declined",
  declineCode: "insufficient_funds",
  message: "Your card has insufficient funds.",
};
const expired: Refusal = {
  code: "expired_card",
  declineCode: "expired_card",
  message: "Your card has expired.",
};

export const authenticationFailed: Refusal = {
  code: "payment_intent_authentication_failure",
  declineCode: "authentication_required",
  message:
    "We are unable to authenticate your payment method. Please choose a different payment method and try again.",
};

/** What the bank says to a charge on a test card. */
export function verdictOn(nature: CardNature, occasion: Occasion): CardVerdict {
  switch (nature) {
    case "declines":
      return declined;
    case "insufficientFunds":
      return noFunds;
    case "expired":
      return expired;
    case "failsOnRenewal":
      return occasion.isOnSession ? "approved" : declined;
    case "authenticatesOnce":
      return occasion.isAuthenticated || occasion.wasAuthenticated
        ? "approved"
        : "needsAuthentication";
    case "authenticatesAlways":
      return occasion.isAuthenticated ? "approved" : "needsAuthentication";
    case "succeeds":
    case "refundPends":
    case "refundFails":
    case "isDisputed":
      return "approved";
  }
}
