import type { Temporal } from "temporal-polyfill";

/** "Good morning, Amara", by the time of day in the United Kingdom. */
export function greeting(givenName: string, now: Temporal.Instant): string {
  const { hour } = now.toZonedDateTimeISO("Europe/London");
  const part = hour < 12 ? "morning" : hour < 18 ? "afternoon" : "evening";
  return givenName ? `Good ${part}, ${givenName}` : `Good ${part}`;
}
