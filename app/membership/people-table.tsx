import { Scroll } from "~/ui/scroll";
import { filterInAddress, type PeopleFilter } from "./people-filter";
import type { ListedPerson } from "./people-list";
import { StandingTag } from "./standing-tag";

/** The office's list. The columns that it can be sorted by have links in their headings. */
export const PeopleTable = ({
  people,
  filter,
}: {
  people: ListedPerson[];
  filter: PeopleFilter;
}) => (
  <Scroll label="People">
    <table className="nhsuk-table">
      <thead>
        <tr>
          <SortedHeading sort="name" label="Name" filter={filter} />
          <SortedHeading sort="number" label="Number" filter={filter} />
          <SortedHeading sort="until" label="Standing" filter={filter} />
          <th scope="col">Grade</th>
          <th scope="col">Employer</th>
          <th scope="col">Nation</th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <Row key={person.personId} person={person} />
        ))}
      </tbody>
    </table>
  </Scroll>
);

const Row = ({ person }: { person: ListedPerson }) => (
  <tr>
    <td>
      <a href={`/admin/members/${person.personId}`}>{person.name || person.email}</a>
      <span className="portal-lines__about">{person.email}</span>
    </td>
    <td className="nhsuk-u-nowrap">{person.number ?? ""}</td>
    <td>
      <StandingTag standing={person.standing} />
      {person.standing !== "none" && person.standing !== "applicant" && (
        <span className="portal-lines__about">{person.standingWords}</span>
      )}
    </td>
    <td>{person.gradeName ?? ""}</td>
    <td>{person.employerName ?? ""}</td>
    <td>{person.nation ?? ""}</td>
  </tr>
);

interface SortedHeadingProps {
  sort: PeopleFilter["sort"];
  label: string;
  filter: PeopleFilter;
}

function SortedHeading({ sort, label, filter }: SortedHeadingProps) {
  const isSorted = filter.sort === sort;
  const direction = isSorted && filter.direction === "up" ? "down" : "up";
  const ariaSort = filter.direction === "up" ? "ascending" : "descending";
  return (
    <th scope="col" aria-sort={isSorted ? ariaSort : undefined}>
      <a href={`/admin/members?${filterInAddress({ ...filter, sort, direction })}`}>
        {label}
        <span className="nhsuk-u-visually-hidden">
          {isSorted ? ", sort the other way" : ", sort by this"}
        </span>
        {isSorted && <span aria-hidden="true">{filter.direction === "up" ? " ▲" : " ▼"}</span>}
      </a>
    </th>
  );
}
