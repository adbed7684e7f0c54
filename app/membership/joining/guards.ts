import type { FormStep } from "../applications/answers";

/** What the free texts of each step may hold. */
export const GUARDS = {
  about: { givenName: "personal", familyName: "personal", region: "freeText" },
  work: { jobTitle: "freeText", employerName: "employerContact" },
  membership: {},
  agreements: {},
} as const satisfies Record<FormStep, object>;
