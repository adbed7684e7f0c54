import { useLoaderData } from "@remix-run/react";
import { page } from "~/access";
import { formatPence } from "~/lib/money";
import { counted, dateInWords } from "~/lib/words";
import { Card, Cards } from "~/ui/card";
import { EmptyState } from "~/ui/empty-state";
import { Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { Pager } from "~/ui/pager";
import { moneyPage } from "../money-page";
import { FindingList, PaymentTable, RefundTable, WebhookFacts } from "../money-tables";

export const meta = pageMeta({ title: "Money" });

export const loader = page.may("readMoney")(({ world, url, now }) => {
  const asked = (name: string) => url.searchParams.get(name);
  return moneyPage(world, { month: asked("month"), after: asked("after") }, now);
});

export default function Money() {
  const shown = useLoaderData<typeof loader>();
  const { month, totals, received, unsettled, refunds } = shown;
  return (
    <>
      <Heading caption="Office">Money</Heading>
      <h2 className="nhsuk-heading-m">{monthOf(month)}</h2>
      <Months previous={shown.previous} next={shown.next} />
      <Totals {...totals} />
      {received.rows.length === 0 ? (
        <EmptyState heading="No payments in this month">
          <p>Payments are listed here on the day that the money arrives.</p>
        </EmptyState>
      ) : (
        <PaymentTable label="Payments of the month" payments={received.rows} />
      )}
      <Pager next={received.next} />
      <h2 className="nhsuk-heading-m">Under way or not paid</h2>
      {unsettled.length === 0 ? (
        <p>Nothing is under way.</p>
      ) : (
        <PaymentTable label="Payments under way or not paid" payments={unsettled} />
      )}
      <h2 className="nhsuk-heading-m">Open refunds</h2>
      <RefundTable refunds={refunds} />
      <h2 className="nhsuk-heading-m">Compared with Stripe</h2>
      <FindingList {...shown} />
      <h2 className="nhsuk-heading-m">Messages from Stripe</h2>
      <WebhookFacts {...shown} />
    </>
  );
}

const Months = ({ previous, next }: { previous: string; next: string }) => (
  <nav className="portal-pager" aria-label="Months">
    <a href={`/admin/money?month=${previous}`}>Month before</a>
    <a href={`/admin/money?month=${next}`}>Month after</a>
  </nav>
);

interface TotalsProps {
  count: number;
  receivedPence: number;
  refundedPence: number;
}

const Totals = ({ count, receivedPence, refundedPence }: TotalsProps) => (
  <Cards>
    <Card heading="Received">
      <p className="portal-card__number">{formatPence(receivedPence)}</p>
      <p>{counted(count, "payment")}</p>
    </Card>
    <Card heading="Refunded">
      <p className="portal-card__number">{formatPence(refundedPence)}</p>
    </Card>
    <Card heading="Left">
      <p className="portal-card__number">{formatPence(receivedPence - refundedPence)}</p>
    </Card>
  </Cards>
);

/** "2026-11-01" → "November 2026" */
const monthOf = (firstDay: string) => dateInWords(firstDay).replace(/^1 /, "");
