import { Card } from "~/ui/card";

export type PayProblem = "failed" | "left" | "refunded" | "unavailable";

const WORDS: Record<PayProblem, { heading: string; words: string }> = {
  failed: {
    heading: "The payment did not go through",
    words:
      "Your bank declined it, or the Direct Debit was turned down. You have not been charged. Try again, perhaps with another card or account.",
  },
  left: {
    heading: "You have not paid yet",
    words: "You came back before paying. Nothing has been charged. You can pay whenever you like.",
  },
  refunded: {
    heading: "Your payment went back to you",
    words: "The payment that you made was refunded. To become a member, pay again.",
  },
  unavailable: {
    heading: "The payment page cannot be reached",
    words:
      "Our payment company did not answer. Nothing has been charged. Please try again in a few minutes.",
  },
};

/** What became of the payment before, and that it can be tried again. */
export const PayNotice = ({ problem, email }: { problem: PayProblem; email: string }) => (
  <Card kind="sun" heading={WORDS[problem].heading}>
    <p>{WORDS[problem].words}</p>
    <p>
      If it does not work, write to <a href={`mailto:${email}`}>{email}</a>.
    </p>
  </Card>
);
