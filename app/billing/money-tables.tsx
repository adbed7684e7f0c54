import { formatPence } from "~/lib/money";
import { counted, dateInWords, instantInWords } from "~/lib/words";
import { EmptyState } from "~/ui/empty-state";
import { Pill } from "~/ui/pill";
import { Scroll } from "~/ui/scroll";
import type { MoneyPage } from "./money-page";
import { dayOfPayment, METHOD_WORDS, REFUND_WORDS, stateOfPayment } from "./payment-words";
import type { OfficePayment } from "./queries/money-page";

/** Payments as a table, each leading to its page. */
export const PaymentTable = ({ label, payments }: { label: string; payments: OfficePayment[] }) => (
  <Scroll label={label}>
    <table className="nhsuk-table">
      <thead>
        <tr>
          <th scope="col">Invoice</th>
          <th scope="col">Payer</th>
          <th scope="col">Date</th>
          <th scope="col">By</th>
          <th scope="col">State</th>
          <th scope="col" className="portal-table__number">
            Amount
          </th>
        </tr>
      </thead>
      <tbody>
        {payments.map((payment) => (
          <PaymentRow key={payment.id} payment={payment} />
        ))}
      </tbody>
    </table>
  </Scroll>
);

function PaymentRow({ payment }: { payment: OfficePayment }) {
  const state = stateOfPayment(payment);
  return (
    <tr>
      <td>
        <a href={`/admin/money/payments/${payment.id}`}>{payment.invoiceNumber}</a>
      </td>
      <td>
        <Payer {...payment} />
      </td>
      <td>{dateInWords(dayOfPayment(payment))}</td>
      <td>{METHOD_WORDS[payment.method]}</td>
      <td>
        <Pill tone={state.tone}>{state.words}</Pill>
      </td>
      <td className="portal-table__number">{formatPence(payment.pence)}</td>
    </tr>
  );
}

interface PayerProps {
  personId: string | null;
  givenName: string | null;
  familyName: string | null;
}

const Payer = ({ personId, givenName, familyName }: PayerProps) =>
  personId ? (
    <a href={`/admin/members/${personId}`}>{`${givenName} ${familyName}`}</a>
  ) : (
    "An organisation"
  );

/** Refunds that wait or failed. */
export const RefundTable = ({ refunds }: { refunds: MoneyPage["refunds"] }) =>
  refunds.length === 0 ? (
    <p>No refund waits.</p>
  ) : (
    <Scroll label="Open refunds">
      <table className="nhsuk-table">
        <thead>
          <tr>
            <th scope="col">Invoice</th>
            <th scope="col">Asked for</th>
            <th scope="col">Reason</th>
            <th scope="col">State</th>
            <th scope="col" className="portal-table__number">
              Amount
            </th>
          </tr>
        </thead>
        <tbody>
          {refunds.map(({ id, paymentId, invoiceNumber, requestedAt, reason, state, pence }) => (
            <tr key={id}>
              <td>
                <a href={`/admin/money/payments/${paymentId}`}>{invoiceNumber}</a>
              </td>
              <td>{instantInWords(requestedAt)}</td>
              <td>{reason}</td>
              <td>
                <Pill tone={state === "failed" ? "stopped" : "waiting"}>{REFUND_WORDS[state]}</Pill>
              </td>
              <td className="portal-table__number">{formatPence(pence)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );

type Findings = Pick<MoneyPage, "findings" | "reconciliation">;

/** What the nightly comparison with Stripe found. */
export const FindingList = ({ findings, reconciliation }: Findings) => (
  <>
    <p>
      {reconciliation
        ? `Last comparison: ${instantInWords(reconciliation.startedAt)}, ${counted(reconciliation.payersChecked, "payer")}${reconciliation.finishedAt ? "" : ", still running"}.`
        : "The first comparison runs tonight."}
    </p>
    {findings.length === 0 ? (
      <EmptyState heading="Nothing differed">
        <p>
          Every night the portal compares open payers with Stripe. What differed is listed here.
        </p>
      </EmptyState>
    ) : (
      <ul className="portal-lines">
        {findings.map(({ id, words, foundAt, ...payer }) => (
          <li key={id}>
            <Payer {...payer} />: {words}
            <span className="portal-lines__about">{instantInWords(foundAt)}</span>
          </li>
        ))}
      </ul>
    )}
  </>
);

/** Whether Stripe's messages arrive. */
export const WebhookFacts = ({
  webhooks: { count, last, parked },
  badSignatures,
}: Pick<MoneyPage, "webhooks" | "badSignatures">) => (
  <ul>
    <li>
      {counted(count, "message")} in the last 24 hours
      {last && `, the last on ${instantInWords(last.receivedAt)}`}
    </li>
    <li>
      {parked === 0
        ? "None waits for its payer to be known"
        : `${counted(parked, "message")} of payers whom nobody knows yet: tried again every night`}
    </li>
    <li>{counted(badSignatures, "message")} with a wrong signature since the portal was started</li>
  </ul>
);
