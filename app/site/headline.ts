import type { CpdOverview } from "~/cpd/overview";
import { missingWords } from "~/cpd/words";
import { type CivilDate, daysBetween } from "~/lib/civil-date";
import { counted, dateInWords } from "~/lib/words";
import type { ApplicationState } from "~/membership/applications/rules";
import type { Cover } from "~/membership/cover";
import type { Standing } from "~/membership/standing";

/** Whose first screen it is, and how things stand. */
export interface Circumstances {
  standing: Standing;
  cover: Cover | null;
  /** Of an application that is still going somewhere. */
  application: ApplicationState | null;
  cpd: CpdOverview | null;
  /** The payment for the next term is taken by itself, and has not failed. */
  isRenewing: boolean;
  today: CivilDate;
}

const WHILE_APPLYING: Partial<Record<ApplicationState, string>> = {
  draft: "Your application is not finished yet",
  submitted: "Your application is being read",
  answered: "Your application is being read",
  moreWanted: "We have a question about your application",
  approved: "You are approved",
};

const WITHOUT_COVER: Partial<Record<Standing, string>> = {
  suspended: "Your membership is suspended",
  lapsed: "Your membership has lapsed",
  resigned: "Your membership has ended",
  removed: "Your membership has ended",
};

/** How things stand, in one line: what matters most comes first. */
export function headline(circumstances: Circumstances): string {
  const { standing, cover, application, cpd, isRenewing, today } = circumstances;
  if (standing === "inGrace" && isRenewing) return "Your renewal is being taken";
  if (standing === "inGrace" && cover?.graceUntil)
    return `Renew by ${dateInWords(cover.graceUntil)} to stay a member`;
  if (standing === "current" || standing === "provisional" || standing === "inGrace")
    return cpd ? cpdHeadline(cpd, today) : "You are a member";
  const applying = application && WHILE_APPLYING[application];
  return applying ?? WITHOUT_COVER[standing] ?? "You have an account";
}

// from here on a member who is short should hear the number, not an encouragement
const LAST_WEEKS = 8;
// learning comes in days and courses, not evenly
const TOLERANCE = 0.15;

function cpdHeadline(cpd: CpdOverview, today: CivilDate): string {
  if (cpd.isMet) return "You have met your CPD target";
  if (cpd.weeksLeft === 0) return "Your CPD year has ended";
  if (cpd.weeksLeft > LAST_WEEKS)
    return isOnCourse(cpd, today) ? "You are on course" : "A little behind, with time to catch up";
  return `You are ${missingWords(cpd)} short, with ${counted(cpd.weeksLeft, "week")} left`;
}

function isOnCourse({ cycle, target, soFar }: CpdOverview, today: CivilDate): boolean {
  const gone = daysBetween(cycle.startsOn, today) / (daysBetween(cycle.startsOn, cycle.endsOn) + 1);
  const wanted = gone - TOLERANCE;
  return (
    soFar.pointsHundredths >= wanted * target.pointsHundredths &&
    soFar.formalMinutes >= wanted * target.formalMinutes
  );
}
