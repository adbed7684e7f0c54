import { Temporal } from "temporal-polyfill";
import { civilDateOf, daysBetween } from "~/lib/civil-date";
import { counted } from "~/lib/words";
import { Scroll } from "~/ui/scroll";
import type { QueueRow } from "../queries/application-queue";
import { ApplicationPill } from "./application-pill";
import { civilDateInWords } from "./instants";

interface QueueTableProps {
  rows: QueueRow[];
  today: string;
  caption: string;
}

export const QueueTable = ({ rows, today, caption }: QueueTableProps) => (
  <Scroll label={caption}>
    <table className="nhsuk-table">
      <caption className="nhsuk-table__caption">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Applicant</th>
          <th scope="col">Grade</th>
          <th scope="col">Nation</th>
          <th scope="col">State</th>
          <th scope="col">Since</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <QueueLine key={row.id} row={row} today={today} />
        ))}
      </tbody>
    </table>
  </Scroll>
);

const QueueLine = ({ row, today }: { row: QueueRow; today: string }) => (
  <tr>
    <th scope="row">
      <a href={`/admin/applications/${row.id}`}>
        {`${row.givenName} ${row.familyName}`.trim() || row.email}
      </a>
    </th>
    <td>{row.gradeName ?? "Not chosen yet"}</td>
    <td>{row.nation ?? ""}</td>
    <td>
      <ApplicationPill state={row.state ?? "draft"} />
    </td>
    <td>
      {row.stateSince && `${civilDateInWords(row.stateSince)} (${ago(row.stateSince, today)})`}
    </td>
  </tr>
);

function ago(since: string, today: string): string {
  const days = daysBetween(civilDateOf(Temporal.Instant.from(since)), today);
  return days === 0 ? "today" : counted(days, "day");
}
