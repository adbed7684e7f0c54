/** The minutes that somebody typed: "90", "90 minutes", "1h 30", "1:30", "1.5 hours"; null where it is no length of time. */
export function typedMinutes(text: string): number | null {
  const typed = text.trim().toLowerCase();
  const minutes = /^(\d{1,5})\s*(?:m|mins?|minutes?)?$/.exec(typed);
  if (minutes) return Number(minutes[1]);
  const hours = /^(\d{1,3}(?:\.\d{1,2})?)\s*(?:h|hrs?|hours?)$/.exec(typed);
  if (hours) return Math.round(Number(hours[1]) * 60);
  const both =
    /^(\d{1,3})\s*(?:h|hrs?|hours?|:)(?:\s*and)?\s*([0-5]?\d)\s*(?:m|mins?|minutes?)?$/.exec(typed);
  return both ? Number(both[1]) * 60 + Number(both[2]) : null;
}
