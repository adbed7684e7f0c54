import { dateInWords, minutesInWords } from "~/lib/words";
import { points } from "./words";

interface Line {
  id: string;
  title: string;
  completedOn: string;
  isFormal: number;
  minutes: number;
  pointsHundredths: number;
  categoryName: string;
}

/** Activities as a list that reads well on a phone: what, when, and what it counted. */
export const ActivityLines = ({ lines }: { lines: Line[] }) => (
  <ul className="portal-lines">
    {lines.map((line) => (
      <li key={line.id}>
        <a href={`/cpd/activities/${line.id}`}>{line.title}</a>
        <span className="portal-lines__about">
          {dateInWords(line.completedOn)} · {minutesInWords(line.minutes)} ·{" "}
          {points(line.pointsHundredths)}
          {line.isFormal === 1 && " · formal"}
        </span>
        <span className="portal-lines__about">{line.categoryName}</span>
      </li>
    ))}
  </ul>
);
