import { counted, dateInWords } from "~/lib/words";
import type { ApplicationState } from "~/membership/applications/rules";
import type { Todo } from "~/ui/todo";
import type { Circumstances } from "./headline";

interface Open extends Circumstances {
  isStaff: boolean;
  hasBackupEmail: boolean;
}

const APPLICATION: Partial<Record<ApplicationState, Todo>> = {
  draft: {
    href: "/join/apply",
    title: "Finish your application",
    about: "What you entered is kept",
  },
  moreWanted: {
    href: "/join/apply",
    title: "Answer the office’s question",
    about: "Your application goes on when you have",
  },
  approved: {
    href: "/join/pay",
    title: "Pay to become a member",
    about: "By card or Direct Debit",
  },
};

const REJOIN: Todo = {
  href: "/membership",
  title: "Come back as a member",
  about: "Your CPD record is still here",
};

/** What waits for this person, the most pressing first. */
export function todos(open: Open): Todo[] {
  const { standing, cover, application, cpd, isStaff, hasBackupEmail } = open;
  const found: (Todo | false | null | undefined)[] = [
    standing === "inGrace" && {
      href: "/membership",
      title: "Renew your membership",
      about: cover?.graceUntil && `By ${dateInWords(cover.graceUntil)}`,
    },
    application && APPLICATION[application],
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
      title: "Add a second e-mail address",
      about: "So that you keep your account when you change jobs",
      isQuiet: true,
    },
  ];
  return found.filter((todo) => !!todo);
}
