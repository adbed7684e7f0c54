import { z } from "zod";
import { parsePence } from "~/lib/money";
import { dayField } from "./office-fields";

const POSITION = "Enter its place in the list as a whole number, like 3";

export const gradeSchema = z
  .object({
    name: z
      .string({ error: "Enter a name" })
      .trim()
      .min(1, "Enter a name")
      .max(80, "Name must be 80 characters or fewer"),
    summary: z
      .string({ error: "Enter who the grade is for" })
      .trim()
      .min(1, "Enter who the grade is for")
      .max(300, "Who it is for must be 300 characters or fewer"),
    review: z.enum(["automatic", "review"], { error: "Select how applications are approved" }),
    asksEvidence: z.enum(["yes", "no"], { error: "Select whether evidence is asked for" }),
    evidence: z
      .string()
      .trim()
      .max(300, "What you ask for must be 300 characters or fewer")
      .optional(),
    position: z.coerce
      .number({ error: POSITION })
      .int(POSITION)
      .min(0, POSITION)
      .max(1000, "Place in the list must be 1,000 or less"),
  })
  .refine(({ asksEvidence, evidence }) => asksEvidence === "no" || evidence, {
    error: "Enter what the applicant is asked for",
    path: ["evidence"],
  });

export type GradeFields = { [Field in keyof z.input<typeof gradeSchema>]?: string };

export const priceSchema = z.object({
  id: z.uuid(),
  interval: z.enum(["year", "month"], { error: "Select how often it is paid" }),
  price: z
    .string({ error: "Enter a price" })
    .transform(parsePence)
    .refine((pence) => pence !== undefined, "Enter a price in pounds, like 45 or 4.25")
    .transform((pence) => pence ?? 0),
  vatTreatment: z.enum(["exempt", "zero", "standard", "outside"], {
    error: "Select how VAT is treated",
  }),
  fromOn: dayField("Enter the first day of the price"),
});

export type PriceFields = { [Field in keyof z.input<typeof priceSchema>]?: string };
