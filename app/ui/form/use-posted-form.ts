import { type DefaultValue, type SubmissionResult, useForm } from "@conform-to/react";
import { useActionData } from "@remix-run/react";

/** What an action answers when it refuses a form. */
export interface Refused {
  submission: SubmissionResult<string[]>;
}

/**
 * A form as it was last sent: its values and errors after a refusal, its default values before.
 * Two forms on a page need two ids, and actions that name theirs.
 */
export function usePostedForm<Fields extends Record<string, unknown>>(
  id: string,
  defaultValue?: DefaultValue<Fields>,
) {
  const refused = useActionData<Refused | undefined>();
  return useForm<Fields>({ id, lastResult: refused?.submission, defaultValue });
}
