import { z } from "zod";
import { typedDate } from "~/lib/typed-date";

/** A number of points or hours as it is typed, in hundredths. */
const hundredths = (words: { missing: string; wrong: string; most: number }) =>
  z.string({ error: words.missing }).transform((text, context) => {
    const number = /^\d{1,4}(?:\.\d{1,2})?$/.test(text.trim()) ? Number(text) : Number.NaN;
    if (number >= 0 && number <= words.most) return Math.round(number * 100);
    context.addIssue(words.wrong);
    return z.NEVER;
  });

/** The smallest parts of a point that may count. */
export const STEPS = [
  { value: "25", label: "A quarter of a point" },
  { value: "50", label: "Half a point" },
  { value: "100", label: "Whole points" },
];

export const requirementSchema = z
  .object({
    points: hundredths({
      missing: "Enter how many points a membership year asks for",
      wrong: "Points must be a number from 0 to 1,000, like 20 or 12.5",
      most: 1000,
    }),
    formalHours: hundredths({
      missing: "Enter how many hours must be formal learning. Enter 0 if none",
      wrong: "Formal hours must be a number from 0 to 1,000, like 10 or 7.5",
      most: 1000,
    }),
    pointsPerHour: hundredths({
      missing: "Enter how many points an hour counts",
      wrong: "Points for an hour must be a number from 0 to 10, like 1 or 0.5",
      most: 10,
    }),
    step: z.enum(["25", "50", "100"], { error: "Select the smallest part that counts" }),
    note: z.string().trim().max(500, "Note must be 500 characters or fewer").default(""),
    isConfirmed: z.string().optional(),
    fromOn: z
      .string({ error: "Enter the date from which this holds" })
      .transform((text, context) => {
        const date = typedDate(text);
        if (date) return date;
        context.addIssue("Enter a real date, like 1/4/2027");
        return z.NEVER;
      }),
  })
  .transform(({ points, formalHours, pointsPerHour, step, isConfirmed, ...rest }) => ({
    ...rest,
    pointsHundredths: points,
    formalMinutes: Math.round((formalHours * 60) / 100),
    pointsPerHourHundredths: pointsPerHour,
    stepHundredths: Number(step),
    isConfirmed: isConfirmed === "on",
  }));

export type RequirementFields = z.input<typeof requirementSchema>;
