import { SummaryList } from "nhsuk-react-components";
import { dateInWords, minutesInWords } from "~/lib/words";
import { points } from "./words";

interface Summarised {
  completedOn: string;
  categoryName: string;
  isFormal: number;
  minutes: number;
  pointsHundredths: number;
  learned: string;
}

/** An activity as it stands in the record. */
export function ActivitySummary({ activity }: { activity: Summarised }) {
  const rows: [name: string, value: string][] = [
    ["Points", points(activity.pointsHundredths)],
    ["Date you finished it", dateInWords(activity.completedOn)],
    ["Time", minutesInWords(activity.minutes)],
    ["Kind", activity.categoryName],
    ["Formal learning", activity.isFormal === 1 ? "Yes" : "No"],
  ];
  if (activity.learned) rows.push(["What you learned", activity.learned]);
  return (
    <SummaryList>
      {rows.map(([name, value]) => (
        <SummaryList.Row key={name}>
          <SummaryList.Key>{name}</SummaryList.Key>
          <SummaryList.Value className="portal-typed">{value}</SummaryList.Value>
        </SummaryList.Row>
      ))}
    </SummaryList>
  );
}
