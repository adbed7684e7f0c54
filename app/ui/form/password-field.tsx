import { type FieldMetadata, getInputProps } from "@conform-to/react";
import { TextInput } from "nhsuk-react-components";

interface PasswordFieldProps {
  field: FieldMetadata<unknown, Record<string, unknown>, string[]>;
  label: string;
  hint?: string;
  autoComplete: "current-password" | "new-password";
}

/** A password; with script a button beside it shows what was typed. Never filled in again by the page. */
export function PasswordField({ field, label, hint, autoComplete }: PasswordFieldProps) {
  const {
    key,
    defaultValue: _secret,
    ...input
  } = getInputProps(field, {
    type: "password",
    ariaAttributes: false,
  });
  const error = field.errors?.[0];
  return (
    <TextInput
      key={key}
      {...input}
      label={label}
      hint={hint}
      error={error}
      aria-invalid={error ? true : undefined}
      autoComplete={autoComplete}
      autoCapitalize="none"
      spellCheck={false}
      width="20"
      data-password=""
    />
  );
}
