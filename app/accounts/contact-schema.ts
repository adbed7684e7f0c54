import { z } from "zod";
import { EMPLOYER_KINDS, NATIONS } from "./contact-choices";

const optional = (name: string, most: number) =>
  z.string().trim().max(most, `${name} must be ${most} characters or fewer`).default("");

const required = (ask: string, name: string) =>
  z.string({ error: ask }).trim().min(1, ask).max(80, `${name} must be 80 characters or fewer`);

/** What a person says about themselves and their work. */
export const contactSchema = z.object({
  givenName: required("Enter your first name", "First name"),
  familyName: required("Enter your last name", "Last name"),
  jobTitle: optional("Job title", 120),
  nation: z.enum(["", ...NATIONS], { error: "Select the nation you work in" }).default(""),
  region: optional("Region", 100),
  employerKind: z
    .enum(["", ...EMPLOYER_KINDS], { error: "Select the kind of employer you work for" })
    .default(""),
  employerName: optional("Employer’s name", 200),
});

export const CONTACT_GUARD = {
  jobTitle: "freeText",
  region: "freeText",
  employerName: "freeText",
} as const;
