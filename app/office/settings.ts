import { z } from "zod";
import type { Db } from "~/schema";
import { allSettings } from "./queries";

/** What an administrator edits about the association; each has a value from the start. */
export const settingsSchema = z.object({
  name: z.string().default("Linkway"),
  legalName: z.string().default(""),
  contactEmail: z.string().default("office@linkway.example"),
  postalAddress: z.string().default(""),
  vatNumber: z.string().default(""),
  /** Days after cover ends during which a member keeps access. */
  graceDays: z.coerce.number().int().min(0).max(120).default(30),
  /** Days after which an application that was not finished or not paid ends. */
  applicationDays: z.coerce.number().int().min(7).max(180).default(60),
  /** Days before that end when the applicant is reminded. */
  applicationReminderDays: z.coerce.number().int().min(1).max(60).default(14),
  /** Hours between the office moving an account to a new address and the move taking effect. */
  accountMoveHours: z.coerce.number().int().min(24).max(336).default(72),
  /** Printed before a member's number: LW-004217. */
  numberPrefix: z.string().default("LW"),
});

export type AssociationSettings = z.infer<typeof settingsSchema>;

/** The association's settings as they stand. */
export async function associationSettings(db: Db): Promise<AssociationSettings> {
  const rows = await allSettings(db);
  return settingsSchema.parse(Object.fromEntries(rows.map(({ key, value }) => [key, value])));
}
