import { TOTP } from "otpauth";
import type { Temporal } from "temporal-polyfill";

/** The second factor of all staff of the demonstration: known to everybody, guarding nothing. */
export const DEMONSTRATION_SECRET = "LINKWAYDEMONSTRATIONSECRETAAAAAA";

/** The six digits that are right now. */
export const currentCode = (realNow: Temporal.Instant): string =>
  new TOTP({ secret: DEMONSTRATION_SECRET }).generate({ timestamp: realNow.epochMilliseconds });
