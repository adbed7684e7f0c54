import { parse, type Submission } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import type { z } from "zod";
import { GUARD_ANSWER, type GuardedFields, KEEP_AS_TYPED, REMOVE_DETAILS } from "./answers";
import { inspect, refusedFindings } from "./inspect";
import { refusalText, rewrite, warningText } from "./words";

/**
 * Reads a posted form as `parseWithZod` does, with the guard standing in front of its free texts. Every form with a free text
 * uses it, drafts and searches too, so that a refused text can only go back into the form that it came from:
 *
 *     const GUARD = { title: "freeText", learned: "reflection" } as const;      // beside the schema
 *     const submission = parseGuarded(await form(), { schema, guard: GUARD });  // in the action
 *     if (submission.status !== "success") return refuse(submission);
 *     <TextareaField field={fields.learned} guard={GUARD.learned} … />          // on the page: warns while typing
 *     <GuardedSave form={form} guard={GUARD} labels={{ … }}>Save</GuardedSave>  // instead of the form's button
 *
 * A certain finding is an error that nothing overrides. A possible one is an error until the writer ticks `keepAsTyped`.
 * `guard=remove` takes every finding out of the texts before they are read.
 */
export function parseGuarded<Schema extends z.ZodType>(
  form: FormData,
  { schema, guard }: { schema: Schema; guard: GuardedFields },
): Submission<z.input<Schema>, string[], z.output<Schema>> {
  const posted = form.get(GUARD_ANSWER) === REMOVE_DETAILS ? withoutDetails(form, guard) : form;
  const submission = parseWithZod(posted, { schema });
  const errors = guardErrors(posted, guard);
  if (Object.keys(errors).length === 0) return submission;
  const own = submission.status === "success" ? {} : submission.error;
  return parse<z.output<Schema>, string[]>(posted, {
    resolve: () => ({ error: { ...own, ...errors } }),
  }) as Submission<z.input<Schema>, string[], z.output<Schema>>;
}

/** Whether a text holds what the guard always refuses: for searches, which have no form to go back to. */
export const isRefused = (text: string): boolean =>
  refusedFindings(inspect(text, "freeText")).length > 0;

function guardErrors(form: FormData, guard: GuardedFields): Record<string, string[]> {
  const keeps = form.get(KEEP_AS_TYPED) !== null;
  const errors: Record<string, string[]> = {};
  for (const [name, profile] of Object.entries(guard)) {
    const findings = textsOf(form, name).flatMap((text) => inspect(text, profile));
    const words = refusalText(findings) ?? (keeps ? undefined : warningText(findings));
    if (words) errors[name] = [words];
  }
  return errors;
}

/** A copy of the form; the one that was posted stays as it is. */
function withoutDetails(form: FormData, guard: GuardedFields): FormData {
  const copy = new FormData();
  for (const [name, value] of form.entries()) {
    const profile = guard[name];
    const isText = typeof value === "string" && profile !== undefined;
    copy.append(name, isText ? rewrite(value, inspect(value, profile)) : value);
  }
  return copy;
}

const textsOf = (form: FormData, name: string): string[] =>
  form.getAll(name).filter((value): value is string => typeof value === "string");
