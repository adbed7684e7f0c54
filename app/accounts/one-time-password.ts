import { Secret, TOTP } from "otpauth";
import type { Temporal } from "temporal-polyfill";

const STEP_SECONDS = 30;

export const newSecret = (): string => new Secret({ size: 20 }).base32;

const passwordsOf = (secret: string, issuer = "", label = "") =>
  new TOTP({ issuer, label, period: STEP_SECONDS, digits: 6, secret: Secret.fromBase32(secret) });

/** What an authenticator app reads from the picture. */
export const addressOfSecret = (secret: string, issuer: string, label: string): string =>
  passwordsOf(secret, issuer, label).toString();

/** The time step that a code belongs to, now or one step (30 s) beside; null for a wrong code (RFC 6238). */
export function counterOf(secret: string, code: string, realNow: Temporal.Instant): number | null {
  const timestamp = realNow.epochMilliseconds;
  const delta = passwordsOf(secret).validate({ token: code, timestamp, window: 1 });
  return delta === null ? null : Math.floor(timestamp / 1000 / STEP_SECONDS) + delta;
}
