import { Button } from "~/ui/button";
import { SelectField, TextField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import { usePostedForm } from "~/ui/form/use-posted-form";

type FilterFields = Record<"q" | "cycle" | "category" | "formal", string>;

interface ActivityFilterProps {
  question: { cycle: string; category: string; formal: string; q: string };
  cycles: Option[];
  categories: Option[];
}

interface Option {
  value: string;
  label: string;
}

const FORMAL = [
  { value: "yes", label: "Formal" },
  { value: "no", label: "Not formal" },
];

/** Narrows the list. It is posted, and only what the guard lets pass comes back as an address. */
export function ActivityFilter({ question, cycles, categories }: ActivityFilterProps) {
  const [form, fields] = usePostedForm<FilterFields>("filter", question);
  return (
    <Form form={form}>
      <div className="portal-filter">
        <TextField field={fields.q} label="Search" type="search" guard="freeText" />
        <SelectField field={fields.cycle} label="CPD year" choices={orAll(cycles)} />
        <SelectField field={fields.category} label="Kind" choices={orAll(categories)} />
        <SelectField field={fields.formal} label="Formal or not" choices={orAll(FORMAL)} />
        <Button kind="secondary">Show</Button>
      </div>
    </Form>
  );
}

const orAll = (choices: Option[]): Option[] => [{ value: "", label: "All" }, ...choices];
