import { Table } from "nhsuk-react-components";
import { instantInWords } from "~/lib/words";
import { Scroll } from "~/ui/scroll";
import type { HistoryRow } from "./queries";
import { actInWords, fieldInWords } from "./words";

/** What was done, newest first; also for a person's own page in the office. */
export const HistoryList = ({ rows }: { rows: HistoryRow[] }) => (
  <Scroll label="History">
    <Table>
      <Table.Head>
        <Table.Row>
          <Table.Cell>When</Table.Cell>
          <Table.Cell>What</Table.Cell>
          <Table.Cell>By</Table.Cell>
          <Table.Cell>About</Table.Cell>
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {rows.map((row) => (
          <Table.Row key={row.id}>
            <Table.Cell>{instantInWords(row.at)}</Table.Cell>
            <Table.Cell>
              <What row={row} />
            </Table.Cell>
            <Table.Cell>{nameOf(row.actorGivenName, row.actorFamilyName, "The portal")}</Table.Cell>
            <Table.Cell>
              <About row={row} />
            </Table.Cell>
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  </Scroll>
);

const What = ({ row: { act, reason, changes } }: { row: HistoryRow }) => (
  <>
    {actInWords(act)}
    {reason && <div className="nhsuk-hint">{reason}</div>}
    {changes.map(({ field, before, after }) => (
      <div className="nhsuk-hint" key={field}>
        {`${fieldInWords(field)}: ${before ?? "nothing"} → ${after ?? "nothing"}`}
      </div>
    ))}
  </>
);

function About({ row }: { row: HistoryRow }) {
  const { personId, personGivenName, personFamilyName, subjectKind, subjectId } = row;
  if (personId)
    return (
      <a href={`/admin/members/${personId}`}>
        {nameOf(personGivenName, personFamilyName, "A person")}
      </a>
    );
  return (
    <a href={`/admin/history?subject=${subjectKind}~${subjectId}`}>{fieldInWords(subjectKind)}</a>
  );
}

const nameOf = (given: string | null, family: string | null, otherwise: string): string =>
  [given, family].filter(Boolean).join(" ") || otherwise;
