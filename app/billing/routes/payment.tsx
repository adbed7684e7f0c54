import { useLoaderData } from "@remix-run/react";
import { notFound, page } from "~/access";
import { formatPence } from "~/lib/money";
import { ButtonLink } from "~/ui/button";
import { BackLink, Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { failureInWords } from "../failure-words";
import { howToPay } from "../how-to-pay";
import { PaymentFacts } from "../payment-facts";
import { dayOfPayment, METHOD_WORDS, REFUND_WORDS, stateOfPayment } from "../payment-words";
import { paymentOfPerson, refundsOfPayment } from "../queries/payments";

export const meta = pageMeta({ title: "Payment" });

export const loader = page.signedIn(async ({ db, actor, params }) => {
  const payment = await paymentOfPerson(db, actor.personId, params.id ?? "");
  if (!payment) throw notFound();
  const refunds = await refundsOfPayment(db, payment.id);
  return {
    id: payment.id,
    payAt: howToPay(payment),
    failure: payment.state === "failed" ? failureInWords(payment.failure) : null,
    isPending: payment.state === "pending",
    hasReceipt: payment.state === "succeeded",
    refunds: refunds.map(({ id, pence, state }) => ({ id, pence, words: REFUND_WORDS[state] })),
    facts: {
      words: payment.words ?? "Payment",
      pence: payment.pence,
      method: METHOD_WORDS[payment.method],
      on: dayOfPayment(payment),
      invoiceNumber: payment.invoiceNumber,
      state: stateOfPayment(payment),
    },
  };
});

export default function Payment() {
  const { id, facts, payAt, failure, isPending, hasReceipt, refunds } =
    useLoaderData<typeof loader>();
  return (
    <>
      <BackLink href="/membership/payments">Your payments</BackLink>
      <Heading>Payment of {formatPence(facts.pence)}</Heading>
      {failure && (
        <p className="nhsuk-inset-text">
          {failure} Nothing was taken from your account.
          {payAt && " You can try again, also with another card or account."}
        </p>
      )}
      {payAt && <ButtonLink href={payAt}>Pay {formatPence(facts.pence)}</ButtonLink>}
      {isPending && (
        <p className="nhsuk-inset-text">
          The Direct Debit is under way. It usually takes 4 to 7 working days. You need to do
          nothing, and we will write to you when it has been paid.
        </p>
      )}
      <PaymentFacts {...facts} />
      {refunds.length > 0 && (
        <>
          <h2 className="nhsuk-heading-m">Refunds</h2>
          <ul className="portal-lines">
            {refunds.map((refund) => (
              <li key={refund.id}>
                {formatPence(refund.pence)}: {refund.words}
              </li>
            ))}
          </ul>
        </>
      )}
      {hasReceipt && (
        <ButtonLink kind="secondary" href={`/membership/payments/${id}.pdf`}>
          Download the receipt (PDF)
        </ButtonLink>
      )}
    </>
  );
}
