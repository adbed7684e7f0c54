import { type FormMetadata, getFormProps } from "@conform-to/react";
import type { ReactNode } from "react";

interface FormProps<Fields extends Record<string, unknown>> {
  form: FormMetadata<Fields, string[]>;
  /** Where it is posted; the page's own address where absent. */
  action?: string;
  hasFiles?: boolean;
  children: ReactNode;
}

/** A form that posts plainly, with what went wrong listed above it. The browser checks nothing: the server does. */
export function Form<Fields extends Record<string, unknown>>({
  form,
  action,
  hasFiles = false,
  children,
}: FormProps<Fields>) {
  const { onSubmit: _handled, noValidate: _always, ...props } = getFormProps(form);
  return (
    <>
      <ErrorSummary form={form} />
      <form
        {...props}
        method="post"
        action={action}
        encType={hasFiles ? "multipart/form-data" : undefined}
        noValidate
      >
        {children}
      </form>
    </>
  );
}

/** Lists every error and links it to its field. `allErrors` is read because conform's fields are a Proxy. */
export function ErrorSummary<Fields extends Record<string, unknown>>({
  form,
}: Pick<FormProps<Fields>, "form">) {
  const errors = Object.entries(form.allErrors).flatMap(([name, messages]) =>
    messages.map((message) => ({ name, message })),
  );
  return (
    <Problems
      problems={errors.map(({ name, message }) => ({
        href: name ? `#${fieldId(form.id, name)}` : undefined,
        words: message,
      }))}
    />
  );
}

interface Problem {
  words: string;
  /** The field that it belongs to, where there is one. */
  href?: string | undefined;
}

/** What went wrong, above a form; nothing where nothing did. */
export function Problems({ problems }: { problems: Problem[] }) {
  if (problems.length === 0) return null;
  return (
    <div
      className="nhsuk-error-summary"
      role="alert"
      aria-labelledby="error-summary-title"
      tabIndex={-1}
      data-focus-first
    >
      <h2 className="nhsuk-error-summary__title" id="error-summary-title">
        There is a problem
      </h2>
      <div className="nhsuk-error-summary__body">
        <ul className="nhsuk-list nhsuk-error-summary__list">
          {problems.map(({ href, words }) => (
            <li key={`${href}${words}`}>{href ? <a href={href}>{words}</a> : words}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** conform's own way to name a field's element. */
export const fieldId = (formId: string, name: string): string => `${formId}-${name}`;
