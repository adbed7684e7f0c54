import { counted, dateInWords } from "~/lib/words";
import type { Todo } from "~/ui/todo";
import type { Circumstances } from "./headline";

interface Open extends Circumstances {
  isStaff: boolean;
  hasBackupEmail: boolean;
}

const REJOIN: Todo = {
  href: "/membership",
  title: "Come back as a member",
  about: "Your CPD record is still here",
};

/** What waits for this person beside an application, the most pressing first. */
export function todos(open: Open): Todo[] {
  const { standing, cover, application, cpd, isRenewing, isStaff, hasBackupEmail } = open;
  const found: (Todo | false | null | undefined)[] = [
    standing === "inGrace" &&
      !isRenewing && {
        href: "/membership",
        title: "Renew your membership",
        about: cover?.graceUntil && `By ${dateInWords(cover.graceUntil)}`,
      },
    (standing === "lapsed" || standing === "resigned") && !application && REJOIN,
    standing === "none" &&
      !application &&
      !isStaff && { href: "/join", title: "Join the association", about: "About 5 minutes" },
    cpd?.soFar.activities === 0 &&
      cpd.cycle.closedOn === null &&
      (standing === "current" || standing === "provisional") && {
        href: "/cpd/activities/new",
        title: "Log your first activity",
        about: `Takes a minute. ${counted(cpd.weeksLeft, "week")} left of this year`,
      },
    !hasBackupEmail && {
      href: "/account",
      title: "Add a second email address",
      about: "So that you keep your account when you change jobs",
      isQuiet: true,
    },
  ];
  return found.filter((todo) => !!todo);
}
