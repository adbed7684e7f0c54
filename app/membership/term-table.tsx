import { dateInWords } from "~/lib/words";
import { Scroll } from "~/ui/scroll";
import { FOR_LIFE } from "./for-life";
import type { Gap, HeldTerm } from "./term-history";
import { sourceInWords } from "./term-words";

interface TermTableProps {
  lines: (HeldTerm | Gap)[];
  /** Where the office corrects a term; absent where nobody may. */
  correctAt?: (termId: string) => string;
}

/** The terms of a person, newest first, with the days between them that nothing covered. */
export const TermTable = ({ lines, correctAt }: TermTableProps) => (
  <Scroll label="Terms of membership">
    <table className="nhsuk-table">
      <thead>
        <tr>
          <th scope="col">From</th>
          <th scope="col">Until</th>
          <th scope="col">Grade</th>
          <th scope="col">How</th>
          {correctAt && (
            <th scope="col">
              <span className="nhsuk-u-visually-hidden">Correct</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) =>
          line.kind === "gap" ? (
            <tr key={line.startsOn}>
              <td className="nhsuk-u-nowrap">{dateInWords(line.startsOn)}</td>
              <td className="nhsuk-u-nowrap">{dateInWords(line.endsOn)}</td>
              <td colSpan={correctAt ? 3 : 2}>Not a member</td>
            </tr>
          ) : (
            <TermRow key={line.id} term={line} correctAt={correctAt} />
          ),
        )}
      </tbody>
    </table>
  </Scroll>
);

const TermRow = ({ term, correctAt }: { term: HeldTerm } & Pick<TermTableProps, "correctAt">) => (
  <tr>
    <td className="nhsuk-u-nowrap">{dateInWords(term.startsOn)}</td>
    <td>
      <End term={term} />
    </td>
    <td>{term.gradeName}</td>
    <td>{sourceInWords(term.source, term.grantKind)}</td>
    {correctAt && (
      <td>
        <a href={correctAt(term.id)}>
          Correct
          <span className="nhsuk-u-visually-hidden">
            {" "}
            the term from {dateInWords(term.startsOn)}
          </span>
        </a>
      </td>
    )}
  </tr>
);

function End({ term: { endsOn, madeUntil, isTakenBack } }: { term: HeldTerm }) {
  if (isTakenBack) return <>Taken back</>;
  if (endsOn >= FOR_LIFE) return <>For life</>;
  return (
    <>
      <span className="nhsuk-u-nowrap">{dateInWords(endsOn)}</span>
      {endsOn !== madeUntil && (
        <span className="portal-lines__about">Was until {dateInWords(madeUntil)}</span>
      )}
    </>
  );
}
