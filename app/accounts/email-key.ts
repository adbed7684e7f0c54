import { z } from "zod";

/** Addresses that differ only in case, outer space or Unicode form are the same account. */
export const emailKeyOf = (email: string): string => email.trim().normalize("NFC").toLowerCase();

/** The e-mail field of every form of this room. */
export const emailField = z
  .string({ error: "Enter your email address" })
  .trim()
  .max(254, "Email address must be 254 characters or fewer")
  .regex(
    /^[^\s@<>",;:()[\]\\]+@[^\s@.<>",;:()[\]\\]+(\.[^\s@.<>",;:()[\]\\]+)+$/u,
    "Enter an email address in the correct format, like name@example.com",
  )
  .transform((email) => email.normalize("NFC"));
