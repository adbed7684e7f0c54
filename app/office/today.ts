import type { Temporal } from "temporal-polyfill";
import type { Permission } from "~/accounts/policy";
import { civilDateOf, daysBetween } from "~/lib/civil-date";
import { counted } from "~/lib/words";
import type { Db } from "~/schema";
import type { Todo } from "~/ui/todo";
import {
  applicationsWaiting,
  jobsFailed,
  mailsFailed,
  membersInGrace,
  paymentsFailed,
  refundsUnfinished,
  staffWithoutTwoFactor,
} from "./queries";

interface Check {
  permission: Permission;
  look(db: Db, now: Temporal.Instant): Promise<Todo | null>;
}

/** What may need doing, the most pressing first. Each is one query of an index. */
const CHECKS: Check[] = [
  {
    permission: "readApplications",
    async look(db, now) {
      const { count, since } = await applicationsWaiting(db);
      const title = `${counted(count, "application")} to read`;
      return found(count, { href: "/admin/applications", title, about: waitingWords(since, now) });
    },
  },
  {
    permission: "readMoney",
    async look(db) {
      const { count } = await paymentsFailed(db);
      const title = `${counted(count, "payment")} failed`;
      const about = "Their invoices are still open. See whom to write to";
      return found(count, { href: "/admin/money", title, about });
    },
  },
  {
    permission: "readMoney",
    async look(db) {
      const { count } = await refundsUnfinished(db);
      const about = "Asked for, and not yet confirmed by the payment service";
      return found(count, {
        href: "/admin/money",
        title: `${counted(count, "refund")} under way`,
        about,
        isQuiet: true,
      });
    },
  },
  {
    permission: "readPeople",
    async look(db, now) {
      const { count } = await membersInGrace(db, civilDateOf(now));
      const about = "Their cover ran out, and their access has not ended yet";
      return found(count, {
        href: "/admin/members?standing=inGrace",
        title: `${counted(count, "member")} in the days of grace`,
        about,
        isQuiet: true,
      });
    },
  },
  {
    permission: "readJobs",
    async look(db) {
      const { count } = await jobsFailed(db);
      const about = "Look at why, then run them again";
      return found(count, { href: "/admin/jobs", title: `${counted(count, "job")} failed`, about });
    },
  },
  {
    permission: "readMail",
    async look(db) {
      const { count } = await mailsFailed(db);
      const title = `${counted(count, "mail")} could not be sent`;
      const about = "Often an address that no longer exists";
      return found(count, { href: "/admin/mail?state=failed", title, about });
    },
  },
  {
    permission: "editStaff",
    async look(db, now) {
      const { count } = await staffWithoutTwoFactor(db, civilDateOf(now));
      const title = `${counted(count, "person", "people")} without two-factor sign-in`;
      const about = "They have a role and cannot enter the office before they set it up";
      return found(count, { href: "/admin/staff", title, about });
    },
  },
];

const found = (count: number, todo: Todo): Todo | null => (count > 0 ? todo : null);

function waitingWords(since: string | null, now: Temporal.Instant): string | null {
  if (since === null) return null;
  const days = daysBetween(since.slice(0, 10), civilDateOf(now));
  return days === 0 ? "All came in today" : `The oldest has waited for ${counted(days, "day")}`;
}

/** What needs doing today, of what somebody with these permissions may see. */
export async function today(db: Db, permissions: Permission[], now: Temporal.Instant) {
  const mine = CHECKS.filter(({ permission }) => permissions.includes(permission));
  const seen = await Promise.all(mine.map(({ look }) => look(db, now)));
  return seen.filter((todo) => todo !== null);
}
