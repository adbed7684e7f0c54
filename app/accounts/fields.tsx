import { type FieldMetadata, getInputProps } from "@conform-to/react";
import { TextInput } from "nhsuk-react-components";
import { TextField } from "~/ui/form/fields";
import { PASSWORD_LENGTH } from "./password-rules";

type Field = FieldMetadata<unknown, Record<string, unknown>, string[]>;

interface PasswordFieldProps {
  field: Field;
  label?: string;
  hint?: string;
  isNew?: boolean;
}

/** A password, to be pasted or filled in by a password manager; with script it can be shown. */
export function PasswordField({ field, label = "Password", hint, isNew }: PasswordFieldProps) {
  const { key, ...input } = getInputProps(field, { type: "password", ariaAttributes: false });
  const newHint = `At least ${PASSWORD_LENGTH.least} characters. Three words that you can remember are good.`;
  return (
    <TextInput
      key={key}
      {...input}
      defaultValue={undefined}
      label={label}
      hint={hint ?? (isNew ? newHint : undefined)}
      error={field.errors?.[0]}
      aria-invalid={field.errors ? true : undefined}
      autoComplete={isNew ? "new-password" : "current-password"}
      autoCapitalize="none"
      spellCheck={false}
      data-password=""
    />
  );
}

/** A six-digit code from a mail or an app; phones offer it above the keyboard. */
export const CodeField = ({
  field,
  label,
  hint,
}: {
  field: Field;
  label: string;
  hint?: string;
}) => (
  <TextField
    field={field}
    label={label}
    hint={hint}
    inputMode="numeric"
    autoComplete="one-time-code"
    width="10"
    spellCheck={false}
  />
);

export const EmailField = ({
  field,
  label = "Email address",
  hint,
  autoComplete = "username",
}: {
  field: Field;
  label?: string;
  hint?: string;
  autoComplete?: string;
}) => (
  <TextField
    field={field}
    label={label}
    hint={hint}
    type="email"
    autoComplete={autoComplete}
    spellCheck={false}
  />
);
