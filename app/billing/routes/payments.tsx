import { useLoaderData } from "@remix-run/react";
import { page } from "~/access";
import { formatPence } from "~/lib/money";
import { dateInWords } from "~/lib/words";
import { Card } from "~/ui/card";
import { EmptyState } from "~/ui/empty-state";
import { BackLink, Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { Pill } from "~/ui/pill";
import { TodoList } from "~/ui/todo";
import { howToPay } from "../how-to-pay";
import { dayOfPayment, METHOD_WORDS, stateOfPayment } from "../payment-words";
import { paymentsOfPerson } from "../queries/payments";

export const meta = pageMeta({ title: "Your payments" });

export const loader = page.signedIn(async ({ db, actor }) => {
  const payments = await paymentsOfPerson(db, actor.personId);
  const lines = payments.map((payment) => ({
    id: payment.id,
    words: payment.words ?? "Payment",
    pence: payment.pence,
    method: METHOD_WORDS[payment.method],
    on: dayOfPayment(payment),
    invoiceNumber: payment.invoiceNumber,
    state: stateOfPayment(payment),
    hasReceipt: payment.state === "succeeded",
    isToPay: howToPay(payment) !== undefined,
  }));
  return { payments: lines, hasJoined: actor.memberNumber !== null };
});

type Payment = ReturnType<typeof useLoaderData<typeof loader>>["payments"][number];

export default function Payments() {
  const { payments, hasJoined } = useLoaderData<typeof loader>();
  const toPay = payments.filter(({ isToPay }) => isToPay);
  return (
    <>
      <BackLink href="/membership">Your membership</BackLink>
      <Heading>Your payments</Heading>
      {toPay.length > 0 && (
        <Card heading="To pay" kind="sun">
          <TodoList
            items={toPay.map(({ id, pence, words }) => ({
              href: `/membership/payments/${id}`,
              title: `Pay ${formatPence(pence)}`,
              about: `${words}: the last try did not go through`,
            }))}
          />
        </Card>
      )}
      {payments.length === 0 ? (
        <EmptyState heading="No payments yet">
          <p>
            What you pay will be listed here with its receipts.
            {!hasJoined && (
              <>
                {" "}
                <a href="/join">Join</a> to begin.
              </>
            )}
          </p>
        </EmptyState>
      ) : (
        <ul className="portal-lines">
          {payments.map((payment) => (
            <Line key={payment.id} {...payment} />
          ))}
        </ul>
      )}
    </>
  );
}

const Line = ({ id, words, pence, method, on, invoiceNumber, state, hasReceipt }: Payment) => (
  <li>
    <a href={`/membership/payments/${id}`}>{`${formatPence(pence)}: ${words}`}</a>{" "}
    <Pill tone={state.tone}>{state.words}</Pill>
    <span className="portal-lines__about">
      {`${dateInWords(on)} · ${method} · invoice ${invoiceNumber}`}
    </span>
    {hasReceipt && (
      <span className="portal-lines__about">
        <a
          href={`/membership/payments/${id}.pdf`}
        >{`Receipt for invoice ${invoiceNumber} (PDF)`}</a>
      </span>
    )}
  </li>
);
