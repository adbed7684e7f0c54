import { Temporal } from "temporal-polyfill";
import { readFact, writeFact } from "~/db/facts";
import type { Clock } from "~/lib/clock";
import type { Db } from "~/schema";

const FACT = "demonstrationClockAhead";

/** A clock that runs as the wall's does, ahead of it by as much as the demonstration was moved. */
export interface MovableClock extends Clock {
  /** Moves forward, never back: what has happened has happened. */
  moveTo(instant: Temporal.Instant): Promise<void>;
}

export async function demonstrationClock(db: Db): Promise<MovableClock> {
  let aheadMilliseconds = Number((await readFact(db, FACT)) ?? 0);
  const real = () => Temporal.Now.instant();
  const now = () => real().add({ milliseconds: aheadMilliseconds });
  return {
    real,
    now,
    async moveTo(instant) {
      const by = instant.epochMilliseconds - now().epochMilliseconds;
      if (by <= 0) return;
      aheadMilliseconds += by;
      await writeFact(db, FACT, String(aheadMilliseconds));
    },
  };
}
