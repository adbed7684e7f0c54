import { formatPence } from "~/lib/money";
import { VAT_WORDS } from "~/lib/vat";
import { Cards } from "~/ui/card";
import type { GradeOffer } from "../applications/draft";

/** The grades with everything that decides between them: who they are for, the whole price, who decides. */
export const GradeCards = ({ offers }: { offers: GradeOffer[] }) => (
  <Cards>
    {offers.map((offer) => (
      <GradeCard key={offer.grade.id} {...offer} />
    ))}
  </Cards>
);

const GradeCard = ({ grade, prices }: GradeOffer) => (
  <section className="portal-card">
    <h3 className="portal-card__heading">{grade.name}</h3>
    <p>{grade.summary}</p>
    <Prices prices={prices} />
    <p>{grade.review === "automatic" ? "Approved at once" : "Our office reads each application"}</p>
    {grade.evidence && <p>{`We ask for: ${lowerFirst(grade.evidence)}`}</p>}
  </section>
);

function Prices({ prices }: Pick<GradeOffer, "prices">) {
  const year = prices.find(({ interval }) => interval === "year");
  const month = prices.find(({ interval }) => interval === "month");
  const vat = (year ?? month)?.vatTreatment;
  return (
    <p>
      {year && <strong>{`${formatPence(year.pence)} a year`}</strong>}
      {year && month && ", or "}
      {month &&
        `${formatPence(month.pence)} a month (${formatPence(month.pence * 12)} over a year)`}
      {vat && `, ${VAT_WORDS[vat]}`}
    </p>
  );
}

const lowerFirst = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);
