import { z } from "zod";
import { emailField } from "~/accounts/email-key";
import { counted } from "~/lib/words";

const text = (most: number, label: string) =>
  z.string().trim().max(most, `${label} must be ${most} characters or fewer`).default("");

/** A number of days or hours between two that make sense; what was typed otherwise is said by name. */
function whole(label: string, least: number, most: number, unit: string) {
  const words = `${label} must be a whole number of ${unit}s between ${least} and ${counted(most, unit)}`;
  return z.coerce.number({ error: words }).int(words).min(least, words).max(most, words);
}

export const associationName = z
  .string({ error: "Enter the association’s name" })
  .trim()
  .min(1, "Enter the association’s name")
  .max(100, "The name must be 100 characters or fewer");

/** What an administrator may enter on /admin/settings. */
export const settingsForm = z.object({
  name: associationName,
  legalName: text(200, "Legal name"),
  contactEmail: emailField,
  postalAddress: text(500, "Postal address"),
  vatNumber: text(20, "VAT number").refine(
    (number) => number === "" || /^(GB)?\s?\d{3}\s?\d{4}\s?\d{2}(\s?\d{3})?$/i.test(number),
    "Enter a VAT number like GB 123 4567 89, or leave it empty",
  ),
  numberPrefix: z
    .string({ error: "Enter the letters before a member’s number" })
    .trim()
    .regex(/^[A-Z]{1,5}$/, "Use 1 to 5 capital letters before a member’s number, like LW"),
  graceDays: whole("Days of grace", 0, 120, "day"),
  applicationDays: whole("Life of an application", 7, 180, "day"),
  applicationReminderDays: whole("Reminder of an application", 1, 60, "day"),
  accountMoveHours: whole("Wait before an account moves", 24, 336, "hour"),
});

export type SettingsDraft = z.infer<typeof settingsForm>;
