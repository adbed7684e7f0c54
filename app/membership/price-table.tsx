import type { Interval } from "~/lib/civil-date";
import { VAT_WORDS, type VatTreatment } from "~/lib/vat";
import { dateInWords } from "~/lib/words";
import { Button, ButtonLink } from "~/ui/button";
import { Pill } from "~/ui/pill";
import { Scroll } from "~/ui/scroll";
import { priceInWords } from "./joining/words";

interface Price {
  id: string;
  interval: Interval;
  pence: number;
  vatTreatment: VatTreatment;
  fromOn: string;
  toOn: string | null;
  note: string;
}

interface PriceTableProps {
  gradeId: string;
  prices: Price[];
  today: string;
}

/** What a grade costs, did and will; a price that never came into force is left out. */
export const PriceTable = ({ gradeId, prices, today }: PriceTableProps) => (
  <>
    <h2 className="nhsuk-heading-m">Prices</h2>
    {prices.length === 0 ? (
      <p>No price yet, so nobody can join in this grade.</p>
    ) : (
      <Scroll label="Prices">
        <table className="nhsuk-table">
          <thead>
            <tr>
              <th scope="col">Price</th>
              <th scope="col">VAT</th>
              <th scope="col">From</th>
              <th scope="col">Until</th>
              <th scope="col">Now</th>
            </tr>
          </thead>
          <tbody>
            {prices
              .filter(({ fromOn, toOn }) => toOn === null || toOn >= fromOn)
              .map((price) => (
                <Row key={price.id} {...{ gradeId, price, today }} />
              ))}
          </tbody>
        </table>
      </Scroll>
    )}
    <p>
      A new price is for people who join from its first day on. Members keep the price that they pay
      until they are told of a change before a renewal.
    </p>
    <p>
      <ButtonLink kind="secondary" href={`/admin/grades/${gradeId}/prices/new`}>
        Set a price
      </ButtonLink>
    </p>
  </>
);

function Row({ gradeId, price, today }: { gradeId: string; price: Price; today: string }) {
  const isOver = price.toOn !== null && price.toOn < today;
  const mayEnd = price.toOn === null || price.toOn > today;
  return (
    <tr>
      <td>
        {priceInWords(price)}
        {price.note && !isOver && <span className="portal-lines__about">{price.note}</span>}
      </td>
      <td>{VAT_WORDS[price.vatTreatment]}</td>
      <td className="nhsuk-u-nowrap">{dateInWords(price.fromOn)}</td>
      <td className="nhsuk-u-nowrap">{price.toOn ? dateInWords(price.toOn) : "No end"}</td>
      <td>
        {isOver ? (
          <Pill tone="ended">Past</Pill>
        ) : (
          <Pill tone={price.fromOn > today ? "waiting" : "good"}>
            {price.fromOn > today ? "To come" : "In force"}
          </Pill>
        )}
        {!isOver && mayEnd && (
          <form method="post" action={`/admin/grades/${gradeId}/prices/${price.id}/end`}>
            <Button kind="secondary">
              Stop offering
              <span className="nhsuk-u-visually-hidden"> {priceInWords(price)}</span>
            </Button>
          </form>
        )}
      </td>
    </tr>
  );
}
