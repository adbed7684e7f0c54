import { z } from "zod";
import { typedDate } from "~/lib/typed-date";
import { typedMinutes } from "./typed-minutes";

const MOST_MINUTES = 24 * 60;

const YES = ["yes", "on", "true", "1"];
const NO = ["no", "off", "false", "0"];

/** The form of an activity. `chosen` is the length chosen among the usual ones; what is typed counts before it. */
export const activitySchema = (chosen: FormDataEntryValue | null) =>
  z.object({
    id: z.string().optional(),
    title: z
      .string({ error: "Enter a title" })
      .trim()
      .min(1, "Enter a title")
      .max(200, "Title must be 200 characters or fewer"),
    completedOn: z
      .string({ error: "Enter the date you finished the activity" })
      .transform((text, context) => {
        const date = typedDate(text);
        if (date) return date;
        context.addIssue("Enter a real date, like 3/11/2026");
        return z.NEVER;
      }),
    duration: z.string().optional(),
    minutes: z
      .string()
      .optional()
      .transform((typed, context) => {
        const text = typed?.trim() || String(chosen ?? "");
        const minutes = typedMinutes(text);
        if (minutes !== null && minutes > 0 && minutes <= MOST_MINUTES) return minutes;
        context.addIssue(timeWords(text, minutes));
        return z.NEVER;
      }),
    categoryId: z.string({ error: "Select the kind of activity" }),
    isFormal: z.string().optional().transform(asAnswer),
    learned: z
      .string()
      .trim()
      .max(5000, "What you learned must be 5,000 characters or fewer")
      .default(""),
  });

export type ActivityFields = z.input<ReturnType<typeof activitySchema>>;

/** Undefined: as usual for the kind of activity. */
const asAnswer = (text: string | undefined): boolean | undefined =>
  text === undefined
    ? undefined
    : YES.includes(text)
      ? true
      : NO.includes(text)
        ? false
        : undefined;

function timeWords(text: string, minutes: number | null): string {
  if (text === "") return "Choose or type how long it took";
  if (minutes === null)
    return "Enter the time as minutes, like 90, or as hours and minutes, like 1:30";
  if (minutes === 0) return "The activity must have taken at least 1 minute";
  return "One activity can be 24 hours at most. Log each day by itself";
}
