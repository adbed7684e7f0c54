/** The free texts of an activity, for the guard. */
export const ACTIVITY_GUARD = { title: "freeText", learned: "reflection" } as const;

export const ACTIVITY_LABELS = { title: "Title", learned: "What did you learn?" };

/** Lengths that one tap chooses, in minutes. */
export const USUAL_TIMES = [
  { value: "30", label: "30 minutes" },
  { value: "60", label: "1 hour" },
  { value: "120", label: "2 hours" },
  { value: "210", label: "Half a day" },
  { value: "420", label: "A day" },
];

export const isUsualTime = (minutes: number): boolean =>
  USUAL_TIMES.some(({ value }) => value === String(minutes));
