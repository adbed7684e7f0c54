import { type CivilDate, isCivilDate } from "./civil-date";

/** The day that somebody typed: "2026-11-03" from a date field, or "3/11/2026", "3.11.26", "03-11-2026"; null where it is none. */
export function typedDate(text: string): CivilDate | null {
  const typed = text.trim();
  const parts = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4}|\d{2})$/.exec(typed);
  const [, day = "", month = "", year = ""] = parts ?? [];
  const date = parts
    ? [year.padStart(4, "20"), month.padStart(2, "0"), day.padStart(2, "0")].join("-")
    : typed;
  return isCivilDate(date) ? date : null;
}
