import { addDays, type CivilDate } from "~/lib/civil-date";
import { dateInWords } from "~/lib/words";
import type { Cover } from "./cover";
import { FOR_LIFE } from "./for-life";
import type { Standing } from "./standing";

/** A standing in a word or two, for lists and tags. */
export const STANDING_WORDS: Record<Standing, string> = {
  deceased: "Died",
  removed: "Removed",
  suspended: "Suspended",
  resigned: "Resigned",
  current: "Current",
  provisional: "Provisional",
  inGrace: "In grace",
  lapsed: "Lapsed",
  applicant: "Applicant",
  none: "Not a member",
};

type Dates = Pick<
  Cover,
  "coveredUntil" | "provisionalUntil" | "graceUntil" | "suspendedUntil" | "endedOn"
>;

const on = (date: CivilDate | null): string => (date ? dateInWords(date) : "a day not recorded");

/** "31 March 2027", or "for life" where cover has no end. */
export const untilInWords = (date: CivilDate | null): string =>
  date !== null && date >= FOR_LIFE ? "for life" : `until ${on(date)}`;

/** What somebody's standing is, said to them. */
export function standingToMember(standing: Standing, cover: Dates | null): string {
  switch (standing) {
    case "current":
      return `You are a current member ${untilInWords(cover?.coveredUntil ?? null)}`;
    case "provisional":
      return `You are a member until ${on(cover?.provisionalUntil ?? null)}, while your payment is on its way`;
    case "inGrace":
      return `Your membership was paid until ${on(cover?.coveredUntil ?? null)}. You keep everything until ${on(cover?.graceUntil ?? null)}`;
    case "lapsed":
      return `Your membership lapsed on ${on(lapsedOn(cover))}`;
    case "suspended":
      return cover?.suspendedUntil
        ? `Your membership is suspended until ${on(cover.suspendedUntil)}`
        : "Your membership is suspended until the association lifts it";
    case "resigned":
      return `You left the association on ${on(cover?.endedOn ?? null)}`;
    case "removed":
      return `The association ended your membership on ${on(cover?.endedOn ?? null)}`;
    case "applicant":
      return "You have applied, and are not a member yet";
    default:
      return "You are not a member";
  }
}

/** The same for the office: the date that matters about a standing. */
export function standingToOffice(standing: Standing, cover: Dates | null): string {
  const words = STANDING_WORDS[standing];
  switch (standing) {
    case "current":
      return `${words} ${untilInWords(cover?.coveredUntil ?? null)}`;
    case "provisional":
      return `${words} until ${on(cover?.provisionalUntil ?? null)}: a payment is on its way`;
    case "inGrace":
      return `${words} until ${on(cover?.graceUntil ?? null)}: paid until ${on(cover?.coveredUntil ?? null)}`;
    case "lapsed":
      return `${words} on ${on(lapsedOn(cover))}: paid until ${on(cover?.coveredUntil ?? null)}`;
    case "suspended":
      return cover?.suspendedUntil
        ? `${words} until ${on(cover.suspendedUntil)}`
        : `${words} until it is lifted`;
    case "resigned":
    case "removed":
      return `${words} on ${on(cover?.endedOn ?? null)}`;
    default:
      return words;
  }
}

/** The first day without the days of grace. */
const lapsedOn = (cover: Dates | null): CivilDate | null =>
  cover?.graceUntil ? addDays(cover.graceUntil, 1) : null;
