import { z } from "zod";
import { typedDate } from "~/lib/typed-date";

/** Why the office did something; it is kept for good and the person may ask to read it. */
export const reasonField = z
  .string({ error: "Enter the reason" })
  .trim()
  .min(1, "Enter the reason")
  .max(500, "Reason must be 500 characters or fewer");

export const dayField = (ask: string) =>
  z.string({ error: ask }).transform((text, context) => {
    const day = typedDate(text);
    if (day) return day;
    context.addIssue("Enter a day that exists, like 1 April 2027");
    return z.NEVER;
  });

export const REASON_GUARD = { reason: "freeText" } as const;
export const REASON_LABELS = { reason: "Reason" };
export const REASON_HINT = "Kept in history. The person may ask to read it";
