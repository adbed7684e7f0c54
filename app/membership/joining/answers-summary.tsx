import { SummaryList } from "nhsuk-react-components";
import type { AnswerGroup } from "./answers-in-words";
import { addressOf, STEP_TITLES } from "./words";

/** One step's answers; for the applicant with the way back to change them. */
export const AnswersSummary = ({
  step,
  rows,
  change = false,
  heading = STEP_TITLES[step],
}: AnswerGroup & { change?: boolean; heading?: string }) => (
  <section>
    <h2 className="nhsuk-heading-m">{heading}</h2>
    {isEmpty(rows) ? <p>Not filled in yet</p> : <Rows rows={rows} />}
    {change && (
      <p>
        <a href={`${addressOf(step)}?change=yes`}>
          {isEmpty(rows) ? "Fill in" : "Change"}
          <span className="nhsuk-u-visually-hidden">{`: ${heading}`}</span>
        </a>
      </p>
    )}
  </section>
);

const isEmpty = (rows: AnswerGroup["rows"]) => rows.every(([, value]) => value === "");

const Rows = ({ rows }: Pick<AnswerGroup, "rows">) => (
  <SummaryList>
    {rows.map(([label, value]) => (
      <SummaryList.Row key={label}>
        <SummaryList.Key>{label}</SummaryList.Key>
        <SummaryList.Value>{value || "Not answered yet"}</SummaryList.Value>
      </SummaryList.Row>
    ))}
  </SummaryList>
);
