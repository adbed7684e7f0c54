import { counted, dateInWords, minutesInWords, pointsInWords } from "~/lib/words";
import { Card } from "~/ui/card";
import type { CpdOverview } from "./overview";
import { ProgressBars } from "./progress-bars";
import { missingWords, points, stepWords } from "./words";

/** How far a member is in their cycle, as a picture and in words. */
export function ProgressCard({ overview }: { overview: CpdOverview }) {
  const { cycle } = overview;
  return (
    <Card heading={`${dateInWords(cycle.startsOn)} to ${dateInWords(cycle.endsOn)}`}>
      <ProgressBars overview={overview} />
      <p>{whereYouAre(overview)}</p>
    </Card>
  );
}

function whereYouAre(overview: CpdOverview): string {
  const { cycle, isMet, weeksLeft } = overview;
  if (isMet) return "You have met your target for this year. What you log now still counts.";
  if (weeksLeft === 0)
    return `This year ended on ${dateInWords(cycle.endsOn)} with ${missingWords(overview)} missing.`;
  return `Still to do: ${missingWords(overview)}, by ${dateInWords(cycle.endsOn)}. ${counted(weeksLeft, "week")} left.`;
}

/** How the target came about, step by step, and how time becomes points. */
export function TargetExplained({ target }: Pick<CpdOverview, "target">) {
  return (
    <Card heading="How your target is worked out">
      <dl className="nhsuk-summary-list">
        {target.steps.map(stepWords).map(([reason, amount]) => (
          <Row key={reason} name={reason} value={amount} />
        ))}
        <Row
          name="Your target"
          value={`${points(target.pointsHundredths)} a membership year, of which ${minutesInWords(target.formalMinutes)} formal`}
        />
        <Row
          name="How time counts"
          value={`1 hour is ${points(target.pointsPerHourHundredths)}, counted in steps of ${pointsInWords(target.stepHundredths)}`}
        />
      </dl>
      {target.note && <p>{target.note}</p>}
      {!target.isConfirmed && !target.note && <p>To be confirmed by the association.</p>}
    </Card>
  );
}

const Row = ({ name, value }: { name: string; value: string }) => (
  <div className="nhsuk-summary-list__row">
    <dt className="nhsuk-summary-list__key">{name}</dt>
    <dd className="nhsuk-summary-list__value">{value}</dd>
  </div>
);
