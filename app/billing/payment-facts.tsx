import { SummaryList } from "nhsuk-react-components";
import type { ReactNode } from "react";
import { formatPence, type Pence } from "~/lib/money";
import { dateInWords } from "~/lib/words";
import { Pill, type Tone } from "~/ui/pill";

export interface PaymentFactsProps {
  words: string;
  pence: Pence;
  method: string;
  on: string;
  invoiceNumber: number;
  state: { words: string; tone: Tone };
}

/** What a payment was for, how much, how and when. */
export const PaymentFacts = ({
  words,
  pence,
  method,
  on,
  invoiceNumber,
  state,
}: PaymentFactsProps) => (
  <SummaryList>
    <Row label="For">{words}</Row>
    <Row label="Amount">{formatPence(pence)}</Row>
    <Row label="State">
      <Pill tone={state.tone}>{state.words}</Pill>
    </Row>
    <Row label="Date">{dateInWords(on)}</Row>
    <Row label="Paid by">{method}</Row>
    <Row label="Invoice number">{invoiceNumber}</Row>
  </SummaryList>
);

const Row = ({ label, children }: { label: string; children: ReactNode }) => (
  <SummaryList.Row>
    <SummaryList.Key>{label}</SummaryList.Key>
    <SummaryList.Value>{children}</SummaryList.Value>
  </SummaryList.Row>
);
