import type { Submission } from "@conform-to/dom";
import { data } from "@remix-run/node";

interface Refusal {
  fieldErrors?: Record<string, string[]>;
  formErrors?: string[];
  status?: number;
  headers?: HeadersInit;
}

/** Passwords and codes are typed again, never sent back in a page. */
const NEVER_SENT_BACK = ["password", "newPassword", "currentPassword", "code", "signIn"];

/** Sends a refused form back with its values and its errors, beside the fields that they belong to. */
export const refuse = <Fields>(
  submission: Submission<Fields>,
  { fieldErrors, formErrors, status = 400, headers }: Refusal = {},
) =>
  data(
    { submission: submission.reply({ fieldErrors, formErrors, hideFields: NEVER_SENT_BACK }) },
    { status, headers },
  );
