import { z } from "zod";

export const categorySchema = z.object({
  name: z
    .string({ error: "Enter a name" })
    .trim()
    .min(1, "Enter a name")
    .max(80, "Name must be 80 characters or fewer"),
  hint: z.string().trim().max(200, "Examples must be 200 characters or fewer").default(""),
  isFormalByDefault: z
    .string()
    .optional()
    .transform((ticked) => ticked === "on"),
  position: z
    .string({ error: "Enter its place in the list" })
    .transform((text) => Number(text))
    .pipe(
      z
        .number({ error: "Place in the list must be a whole number, like 3" })
        .int("Place in the list must be a whole number, like 3")
        .min(1, "Place in the list must be 1 or more")
        .max(1000, "Place in the list must be 1,000 or less"),
    ),
});

export type CategoryFields = z.input<typeof categorySchema>;
