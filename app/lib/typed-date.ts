import { type CivilDate, isCivilDate } from "./civil-date";

const MONTHS =
  "january february march april may june july august september october november december".split(
    " ",
  );

/** The day that somebody typed: "2026-11-03" from a date field, or "3/11/2026", "3.11.26", "3 Nov 2026", "3 November 2026"; null where it is none. */
export function typedDate(text: string): CivilDate | null {
  const typed = text.trim();
  const parts = /^(\d{1,2})[/. -](\d{1,2}|[a-z]{3,9})[/. -](\d{4}|\d{2})$/i.exec(typed);
  const [, day = "", month = "", year = ""] = parts ?? [];
  const date = parts
    ? [year.padStart(4, "20"), monthNumber(month), day.padStart(2, "0")].join("-")
    : typed;
  return isCivilDate(date) ? date : null;
}

/** "11" for "11", "Nov", "November"; "00", which is no month, for another word. */
const monthNumber = (typed: string): string => {
  const name = typed.toLowerCase();
  const known = MONTHS.findIndex((month) => month === name || month.slice(0, 3) === name);
  return (/^\d/.test(typed) ? typed : String(known + 1)).padStart(2, "0");
};
