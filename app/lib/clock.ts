import { Temporal } from "temporal-polyfill";

export interface Clock {
  /** The portal's time: memberships, money, CPD, jobs. The demonstration can move it forward. */
  now(): Temporal.Instant;
  /** The wall's time: sign-in sessions, limits, two-factor codes. Never moved. */
  real(): Temporal.Instant;
}

export const wallClock: Clock = {
  now: () => Temporal.Now.instant(),
  real: () => Temporal.Now.instant(),
};
