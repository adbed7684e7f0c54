import { SummaryList } from "nhsuk-react-components";
import { addMonths } from "~/lib/civil-date";
import { dateInWords } from "~/lib/words";
import type { OfferedPrice } from "../applications/draft";
import { fullPriceInWords } from "./words";

type PriceShown = Pick<OfferedPrice, "pence" | "interval" | "vatTreatment">;

interface ChargeFactsProps {
  gradeName: string;
  price: PriceShown;
  dates: { today: string; lastDayToCancel: string };
}

/** What is charged and when, reckoned as if it were paid today (DMCC Act 2024 s. 256: the key facts together). */
export const ChargeFacts = ({ gradeName, price, dates }: ChargeFactsProps) => (
  <SummaryList>
    <Row label="Grade" value={gradeName} />
    <Row label="Price" value={fullPriceInWords(price)} />
    <Row label="Charged when you pay" value={`One ${price.interval}, in advance`} />
    <Row label="Charged again" value={nextCharges(price, dates.today)} />
    <Row label="Ends" value="When you cancel. Until then it renews by itself" />
    <Row
      label="Change your mind"
      value={`Within 14 days: until ${dateInWords(dates.lastDayToCancel)} if you pay today`}
    />
  </SummaryList>
);

const Row = ({ label, value }: { label: string; value: string }) => (
  <SummaryList.Row>
    <SummaryList.Key>{label}</SummaryList.Key>
    <SummaryList.Value>{value}</SummaryList.Value>
  </SummaryList.Row>
);

/** "On 3 November each year, next in 2027, if you pay today" */
function nextCharges({ interval }: PriceShown, today: string): string {
  const next = dateInWords(addMonths(today, interval === "year" ? 12 : 1));
  return `Every ${interval}, next on ${next} if you pay today`;
}
