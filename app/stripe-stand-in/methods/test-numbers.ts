import type { CardNature, DebitNature } from "../store/records";

/** Stripe's test cards, by number. */
const cards: Record<string, { nature: CardNature; brand: string }> = {
  "4242424242424242": { nature: "succeeds", brand: "visa" },
  "5555555555554444": { nature: "succeeds", brand: "mastercard" },
  "4000008260000000": { nature: "succeeds", brand: "visa" },
  "4000000000000002": { nature: "declines", brand: "visa" },
  "4000000000009995": { nature: "insufficientFunds", brand: "visa" },
  "4000000000000069": { nature: "expired", brand: "visa" },
  "4000002500003155": { nature: "authenticatesOnce", brand: "visa" },
  "4000000000003220": { nature: "authenticatesAlways", brand: "visa" },
  "4000002760003184": { nature: "authenticatesAlways", brand: "visa" },
  "4000000000000341": { nature: "failsOnRenewal", brand: "visa" },
  "4000000000007726": { nature: "refundPends", brand: "visa" },
  "4000000000005126": { nature: "refundFails", brand: "visa" },
  "4000000000000259": { nature: "isDisputed", brand: "visa" },
};

/** Stripe's test bank accounts; every one has the sort code below. */
const accounts: Record<string, DebitNature> = {
  "00012345": "settles",
  "33333335": "isNotAuthorised",
  "22222227": "lacksFunds",
  "55555559": "isReclaimed",
};

export const TEST_SORT_CODE = "108800";

export const cardOf = (number: string) => cards[number];
export const accountNature = (sortCode: string, account: string) =>
  sortCode === TEST_SORT_CODE ? accounts[account] : undefined;
