import { formatPence } from "~/lib/money";
import { instantInWords } from "~/lib/words";
import { Pill, type Tone } from "~/ui/pill";
import { REFUND_WORDS } from "./payment-words";
import type { refundsOfPayment } from "./queries/payments";

type Refund = Awaited<ReturnType<typeof refundsOfPayment>>[number];

const TONES: Record<Refund["state"], Tone> = {
  requested: "waiting",
  pending: "waiting",
  succeeded: "good",
  failed: "stopped",
};

/** What went back of a payment: how much, why, and who asked. */
export const RefundList = ({ refunds }: { refunds: Refund[] }) => (
  <>
    <h2 className="nhsuk-heading-m">Refunds</h2>
    <ul className="portal-lines">
      {refunds.map((refund) => (
        <li key={refund.id}>
          {formatPence(refund.pence)}{" "}
          <Pill tone={TONES[refund.state]}>{REFUND_WORDS[refund.state]}</Pill>
          <span className="portal-lines__about">{refund.reason}</span>
          <span className="portal-lines__about">
            {refund.byGivenName ? `${refund.byGivenName} ${refund.byFamilyName}` : "The portal"},{" "}
            {instantInWords(refund.requestedAt)}
          </span>
          {refund.failure && <span className="portal-lines__about">Stripe: {refund.failure}</span>}
        </li>
      ))}
    </ul>
  </>
);
