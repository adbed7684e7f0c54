const WORDS: Record<string, string> = {
  insufficient_funds: "There was not enough money in the account.",
  expired_card: "The card has expired.",
  incorrect_cvc: "The security code of the card was not right.",
  authentication_required: "Your bank wanted you to confirm the payment, and it was not confirmed.",
  debit_not_authorized: "Your bank says that the Direct Debit is not authorised.",
  refer_to_customer: "There was not enough money in the account, or it cannot be debited.",
  bank_account_restricted: "The account cannot be debited.",
  account_closed: "The account has been closed.",
  canceled: "The payment was called off.",
};

/** Why a payment failed, in words for the payer. Stripe's codes are many: those that nobody can act on read alike. */
export const failureInWords = (code: string | null): string =>
  WORDS[code ?? ""] ?? "The bank refused the payment and did not say why.";
