import { Temporal } from "temporal-polyfill";
import type { MovableClock } from "~/demo/clock";

/** A clock that stands still until it is moved; the wall's time goes with it. */
export function stoppedClock(start = "2026-11-03T10:00:00Z"): MovableClock {
  let instant = Temporal.Instant.from(start);
  return {
    now: () => instant,
    real: () => instant,
    async moveTo(later) {
      instant = later;
    },
  };
}

export const at = (text: string): Temporal.Instant =>
  Temporal.Instant.from(text.length === 10 ? `${text}T10:00:00Z` : text);
