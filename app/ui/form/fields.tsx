import {
  type FieldMetadata,
  getInputProps,
  getSelectProps,
  getTextareaProps,
} from "@conform-to/react";
import { Checkboxes, Radios, Select, Textarea, TextInput } from "nhsuk-react-components";
import type { HTMLInputAutoCompleteAttribute, HTMLInputTypeAttribute, ReactElement } from "react";

/** Width in characters, as nhsuk-frontend offers them. */
type Width = "2" | "3" | "4" | "5" | "10" | "20" | "30";
type Text = string | ReactElement;

interface Common {
  // any field of any form: conform's own type for that
  field: FieldMetadata<unknown, Record<string, unknown>, string[]>;
  label: Text;
  hint?: Text;
}

export interface Choice {
  value: string;
  label: Text;
  hint?: Text;
  /** Shown while the choice is made: the page's style does it, so it works without script. */
  conditional?: ReactElement;
}

const errorOf = ({ field }: Common) => field.errors?.[0];
const invalid = (common: Common) => (errorOf(common) ? true : undefined);

interface TextFieldProps extends Common {
  type?: HTMLInputTypeAttribute;
  autoComplete?: HTMLInputAutoCompleteAttribute;
  inputMode?: "numeric" | "decimal" | "email" | "tel" | "search";
  width?: Width;
  prefix?: string;
  suffix?: string;
  spellCheck?: boolean;
  /** The id of a `<datalist>` with suggestions. */
  list?: string;
  /** The guard's profile for what is typed here. */
  guard?: string;
}

/** One line of text; also e-mail, password, date (`type="date"`) and numbers (`inputMode="numeric"`). */
export function TextField({
  field,
  label,
  hint,
  type = "text",
  prefix,
  suffix,
  guard,
  ...rest
}: TextFieldProps) {
  const { key, ...input } = getInputProps(field, { type: type as "text", ariaAttributes: false });
  const common = { field, label, hint };
  return (
    <TextInput
      key={key}
      {...input}
      {...rest}
      label={label}
      hint={hint}
      error={errorOf(common)}
      aria-invalid={invalid(common)}
      prefix={prefix}
      suffix={suffix}
      data-guard={guard}
    />
  );
}

interface TextareaFieldProps extends Common {
  rows?: number;
  /** The guard's profile for what is typed here. */
  guard?: string;
  /** How many characters may be entered; counted while typing. */
  limit?: number;
}

export function TextareaField({ rows = 5, guard, limit, ...common }: TextareaFieldProps) {
  const { field, label, hint } = common;
  const { key, ...input } = getTextareaProps(field, { ariaAttributes: false });
  return (
    <Textarea
      key={key}
      {...input}
      rows={rows}
      label={label}
      hint={hint}
      error={errorOf(common)}
      aria-invalid={invalid(common)}
      data-guard={guard}
      data-limit={limit}
    />
  );
}

export function SelectField({
  choices,
  ...common
}: Common & { choices: { value: string; label: string }[] }) {
  const { field, label, hint } = common;
  const { key, ...select } = getSelectProps(field, { ariaAttributes: false });
  return (
    <Select
      key={key}
      {...select}
      label={label}
      hint={hint}
      error={errorOf(common)}
      aria-invalid={invalid(common)}
    >
      {choices.map(({ value, label: words }) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </Select>
  );
}

/** One of a few. The first has the field's own id, so that the error summary leads to it. */
export function RadiosField({
  choices,
  isInline,
  ...common
}: Common & { choices: Choice[]; isInline?: boolean }) {
  const { field, label, hint } = common;
  return (
    <Radios
      name={field.name}
      id={`${field.id}-group`}
      legend={label}
      hint={hint}
      error={errorOf(common)}
      inline={isInline}
    >
      {choices.map(({ value, label: words, hint: about, conditional }, position) => (
        <Radios.Item
          key={value}
          id={position === 0 ? field.id : `${field.id}-${value}`}
          value={value}
          hint={about}
          defaultChecked={field.initialValue === value}
          conditional={conditional}
        >
          {words}
        </Radios.Item>
      ))}
    </Radios>
  );
}

/** One box that is ticked or not: its value is "on". */
export function CheckboxField({ field, label, hint, legend }: Common & { legend?: string }) {
  const common = { field, label, hint };
  return (
    <Checkboxes name={field.name} id={`${field.id}-group`} legend={legend} error={errorOf(common)}>
      <Checkboxes.Item
        id={field.id}
        value="on"
        hint={hint}
        defaultChecked={field.initialValue === "on"}
      >
        {label}
      </Checkboxes.Item>
    </Checkboxes>
  );
}

/** Any number of a few. */
export function CheckboxesField({ choices, ...common }: Common & { choices: Choice[] }) {
  const { field, label, hint } = common;
  const chosen = new Set([field.initialValue ?? []].flat());
  return (
    <Checkboxes
      name={field.name}
      id={`${field.id}-group`}
      legend={label}
      hint={hint}
      error={errorOf(common)}
    >
      {choices.map(({ value, label: words, hint: about }, position) => (
        <Checkboxes.Item
          key={value}
          id={position === 0 ? field.id : `${field.id}-${value}`}
          value={value}
          hint={about}
          defaultChecked={chosen.has(value)}
        >
          {words}
        </Checkboxes.Item>
      ))}
    </Checkboxes>
  );
}

/** A file; it cannot be filled in again by the page, so a refused form says that it must be chosen anew. */
export function FileField({ field, label, hint, accept }: Common & { accept: string }) {
  const common = { field, label, hint };
  return (
    <TextInput
      id={field.id}
      name={field.name}
      type="file"
      accept={accept}
      className="nhsuk-file-upload__input"
      label={label}
      hint={hint}
      error={errorOf(common)}
      aria-invalid={invalid(common)}
    />
  );
}
