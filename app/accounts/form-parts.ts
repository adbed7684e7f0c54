import type { HeadersFunction } from "@remix-run/node";
import { z } from "zod";
import { counted } from "~/lib/words";
import { WAIT_MINUTES } from "./limits";
import { PASSWORD_LENGTH, type PasswordProblem } from "./password-rules";

/** A password as it is checked: whatever was typed, short of what would only cost time to hash. */
export const typedPassword = z
  .string({ error: "Enter your password" })
  .max(1000, "Enter your password");

export const newPassword = z
  .string({ error: "Enter a password" })
  .max(1000, `Password must be ${PASSWORD_LENGTH.most} characters or fewer`);

export const PASSWORD_WORDS: Record<PasswordProblem, string> = {
  tooShort: `Password must be at least ${PASSWORD_LENGTH.least} characters`,
  tooLong: `Password must be ${PASSWORD_LENGTH.most} characters or fewer`,
  common: "Enter a password that is harder to guess: this one is too common",
  personal: "Enter a password that is harder to guess: this one is made of your address",
};

/** Six digits, however they were pasted. */
export const mailedCode = z
  .string({ error: "Enter the code from the email" })
  .transform((code) => code.replace(/[\s-]/g, ""))
  .refine((code) => /^\d{6}$/.test(code), "Enter the 6 digits of the code");

/** A code of an app, or a recovery code, however it was pasted. */
export const appCode = z
  .string({ error: "Enter the code from your app" })
  .max(60, "Enter the 6 digits from your app, or a recovery code")
  .transform((code) => code.replace(/[\s-]/g, ""));

export const nextField = z.string().max(2000).optional();

/** What is said where something was tried too often, and for how long to wait. */
export const tooMany = (minutes: number = WAIT_MINUTES) => ({
  formErrors: [`Too many tries. Wait ${counted(minutes, "minute")}, then try again.`],
  status: 429,
  headers: { "Retry-After": String(minutes * 60) },
});

/** A route that may say "wait" hands its header on. */
export const waitHeader: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export const ENDED_WORDS =
  "This link has ended. It works once, and only for a while. Ask for a new one.";
export const CODE_WORDS =
  "Enter the newest code that we sent. After 5 wrong tries, ask for a new one.";
