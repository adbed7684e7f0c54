import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound, page } from "~/access";
import { may } from "~/accounts/policy";
import { parseGuarded } from "~/guard/form";
import { newId } from "~/lib/id";
import { formatPence } from "~/lib/money";
import { Button } from "~/ui/button";
import { Done } from "~/ui/done";
import { refuse } from "~/ui/form/refuse";
import { BackLink, Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { failureInWords } from "../failure-words";
import { PaymentFacts } from "../payment-facts";
import { dayOfPayment, METHOD_WORDS, stateOfPayment } from "../payment-words";
import { paymentForOffice, refundsOfPayment } from "../queries/payments";
import { RefundForm } from "../refund-form";
import { RefundList } from "../refund-list";
import { REFUND_GUARD, refundSchema } from "../refund-schema";
import { refundWords } from "../refund-words";
import { requestRefund } from "../request-refund";

export const meta = pageMeta({ title: "Payment" });

export const loader = page.may("readMoney")(async ({ db, actor, params }) => {
  const payment = await paymentForOffice(db, params.id ?? "");
  if (!payment) throw notFound();
  const leftPence = payment.pence - Number(payment.refundedPence ?? 0);
  const isOwn = payment.personId === actor.personId;
  const isTaken = payment.state === "succeeded" && payment.stripePaymentIntentId !== null;
  return {
    id: payment.id,
    personId: payment.personId,
    billedTo: payment.billedTo,
    failure: payment.state === "failed" ? failureInWords(payment.failure) : null,
    hasReceipt: payment.state === "succeeded",
    refunds: await refundsOfPayment(db, payment.id),
    refundId: newId(),
    left: (leftPence / 100).toFixed(2),
    isOwn,
    mayRefund: may(actor.roles, "refundMoney") && isTaken && leftPence > 0 && !isOwn,
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

export const action = page.may("refundMoney")(async ({ db, actor, form, params, now }) => {
  const posted = await form();
  const submission = parseGuarded(posted, { schema: refundSchema, guard: REFUND_GUARD });
  if (submission.status !== "success") return refuse(submission);
  const { refundId, amount, reason } = submission.value;
  const paymentId = params.id ?? "";
  const asked = { id: refundId, paymentId, pence: amount, reason, by: actor.personId };
  const done = await db.transaction().execute((trx) => requestRefund(trx, asked, now));
  if (done.ok || done.error.reason === "alreadyRequested")
    return redirect(`/admin/money/payments/${paymentId}?done=refunded`);
  if (done.error.reason === "noSuchPayment") throw notFound();
  const fieldErrors = { amount: [refundWords(done.error)] };
  return refuse(submission, { fieldErrors, status: 422 });
});

const DONE = {
  refunded: "Refund asked for. The payer has been told",
  synced: "Compared with Stripe. What you see is what Stripe holds",
  notReached: "Stripe did not answer. Try again in a minute",
};

export default function MoneyPayment() {
  const shown = useLoaderData<typeof loader>();
  const { id, facts, personId, failure, refunds, mayRefund, isOwn } = shown;
  return (
    <>
      <BackLink href="/admin/money">Money</BackLink>
      <Done words={DONE} />
      <Heading caption={`Invoice ${facts.invoiceNumber}`}>
        Payment of {formatPence(facts.pence)}
      </Heading>
      <p>
        {personId ? (
          <a href={`/admin/members/${personId}`}>{shown.billedTo.replace("\n", ", ")}</a>
        ) : (
          shown.billedTo
        )}
      </p>
      {failure && <p className="nhsuk-inset-text">{failure}</p>}
      <PaymentFacts {...facts} />
      {shown.hasReceipt && (
        <p>
          <a href={`/admin/money/payments/${id}.pdf`}>Receipt (PDF)</a>
        </p>
      )}
      {refunds.length > 0 && <RefundList refunds={refunds} />}
      {isOwn && (
        <p className="nhsuk-inset-text">This is your own payment: a colleague must refund it.</p>
      )}
      {mayRefund && (
        <>
          <h2 className="nhsuk-heading-m">Refund</h2>
          <RefundForm refundId={shown.refundId} left={shown.left} />
        </>
      )}
      <h2 className="nhsuk-heading-m">Compare with Stripe</h2>
      <form method="post" action={`/admin/money/payments/${id}/sync`}>
        <p>Fetches everything of this payer from Stripe now. It changes nothing that is true.</p>
        <Button kind="secondary">Compare now</Button>
      </form>
    </>
  );
}
