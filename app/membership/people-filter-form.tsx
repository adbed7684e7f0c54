import { NATIONS } from "~/accounts/contact-choices";
import { Button } from "~/ui/button";
import type { PeopleFilter } from "./people-filter";
import { STANDINGS } from "./standing";
import { STANDING_WORDS } from "./standing-words";

interface FilterFormProps {
  filter: PeopleFilter;
  grades: { id: string; name: string }[];
}

/** One box for whatever the office knows of a person, and three ways to narrow the list. */
export const PeopleFilterForm = ({ filter, grades }: FilterFormProps) => (
  <form method="get" action="/admin/members" className="portal-filter">
    <div className="nhsuk-form-group">
      <label className="nhsuk-label" htmlFor="q">
        Name, number, email or employer
      </label>
      <input
        className="nhsuk-input"
        id="q"
        name="q"
        type="search"
        defaultValue={filter.q}
        autoComplete="off"
        spellCheck={false}
      />
    </div>
    <Choice
      name="standing"
      label="Standing"
      chosen={filter.standing}
      choices={STANDINGS.map((value) => ({ value, label: STANDING_WORDS[value] }))}
    />
    <Choice
      name="gradeId"
      label="Grade"
      chosen={filter.gradeId}
      choices={grades.map(({ id, name }) => ({ value: id, label: name }))}
    />
    <Choice
      name="nation"
      label="Nation"
      chosen={filter.nation}
      choices={NATIONS.map((value) => ({ value, label: value }))}
    />
    <Button>Search</Button>
  </form>
);

interface ChoiceProps {
  name: string;
  label: string;
  chosen: string | undefined;
  choices: { value: string; label: string }[];
}

const Choice = ({ name, label, chosen, choices }: ChoiceProps) => (
  <div className="nhsuk-form-group">
    <label className="nhsuk-label" htmlFor={name}>
      {label}
    </label>
    <select className="nhsuk-select" id={name} name={name} defaultValue={chosen ?? ""}>
      <option value="">Any</option>
      {choices.map(({ value, label: words }) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </select>
  </div>
);
