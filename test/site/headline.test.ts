import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import type { CpdOverview } from "~/cpd/overview";
import type { Cover } from "~/membership/cover";
import { greeting } from "~/site/greeting";
import { type Circumstances, headline } from "~/site/headline";
import { todos } from "~/site/todos";

const COVER: Cover = {
  membershipId: "m",
  gradeId: null,
  coveredFrom: "2026-04-01",
  coveredUntil: "2027-03-31",
  provisionalFrom: null,
  provisionalUntil: null,
  graceUntil: "2027-04-30",
  suspendedFrom: null,
  suspendedUntil: null,
  endedOn: null,
  endedKind: null,
};

const cpd = (points: number, formalHours: number, weeksLeft: number): CpdOverview => ({
  cycle: { startsOn: "2026-04-01", endsOn: "2027-03-31", closedOn: null },
  target: {
    pointsHundredths: 2000,
    formalMinutes: 600,
    stepHundredths: 50,
    steps: [],
    note: "",
    isConfirmed: true,
    pointsPerHourHundredths: 100,
  } as CpdOverview["target"],
  soFar: { pointsHundredths: points * 100, formalMinutes: formalHours * 60, activities: 3 },
  missing: {
    pointsHundredths: Math.max(0, 20 - points) * 100,
    formalMinutes: Math.max(0, 10 - formalHours) * 60,
  },
  isMet: points >= 20 && formalHours >= 10,
  weeksLeft,
});

const stands = (given: Partial<Circumstances> = {}): Circumstances => ({
  standing: "current",
  cover: COVER,
  application: null,
  cpd: null,
  isRenewing: false,
  today: "2026-10-01",
  ...given,
});

describe("how things stand, in one line", () => {
  test.each([
    ["half-way with more than half done", cpd(12.5, 6, 26), "You are on course"],
    ["half-way with little done", cpd(2, 0, 26), "A little behind, with time to catch up"],
    ["half-way with no formal hours", cpd(12.5, 0, 26), "A little behind, with time to catch up"],
    ["the target met", cpd(20, 10, 5), "You have met your CPD target"],
    ["a year that is over", cpd(14, 10, 0), "Your CPD year has ended"],
    ["short near the end", cpd(14, 10, 5), "You are 6 points short, with 5 weeks left"],
    [
      "short of formal hours near the end",
      cpd(20, 6, 1),
      "You are 4 hours of formal learning short, with 1 week left",
    ],
  ])("%s", (_case, overview, words) => {
    expect(headline(stands({ cpd: overview }))).toBe(words);
  });

  test("a renewal that is due comes before everything", () => {
    expect(headline(stands({ standing: "inGrace", cpd: cpd(20, 10, 1) }))).toBe(
      "Renew by 30 April 2027 to stay a member",
    );
  });

  test.each([
    ["draft", "Your application is not finished yet"],
    ["submitted", "Your application is being read"],
    ["answered", "Your application is being read"],
    ["moreWanted", "We have a question about your application"],
    ["approved", "You are approved"],
  ] as const)("an application that is %s", (application, words) => {
    expect(headline(stands({ standing: "applicant", cover: null, application }))).toBe(words);
  });

  test("who lapsed and applied again hears of the application", () => {
    expect(headline(stands({ standing: "lapsed", application: "submitted" }))).toBe(
      "Your application is being read",
    );
    expect(headline(stands({ standing: "lapsed" }))).toBe("Your membership has lapsed");
  });
});

describe("what waits", () => {
  const waiting = (given: Partial<Parameters<typeof todos>[0]> = {}) =>
    todos({ ...stands(), isStaff: false, hasBackupEmail: true, ...given }).map(({ href }) => href);

  test("nothing, for a member with everything in order", () => {
    expect(waiting({ cpd: cpd(5, 1, 20) })).toEqual([]);
  });

  test("nothing beside the application, which has a card of its own", () => {
    expect(waiting({ standing: "none", application: "draft" })).toEqual([]);
    expect(waiting({ standing: "lapsed", application: "submitted" })).toEqual([]);
  });

  test("renewing, in the days of grace", () => {
    expect(waiting({ standing: "inGrace" })).toEqual(["/membership"]);
  });

  test("joining, for who only has an account; but not for staff", () => {
    expect(waiting({ standing: "none" })).toEqual(["/join"]);
    expect(waiting({ standing: "none", isStaff: true })).toEqual([]);
  });

  test("a second email address, last and quietly", () => {
    const all = todos({
      ...stands({ standing: "inGrace" }),
      isStaff: false,
      hasBackupEmail: false,
    });
    expect(all.at(-1)).toMatchObject({ href: "/account", isQuiet: true });
    expect(all).toHaveLength(2);
  });
});

describe("a greeting", () => {
  test.each([
    ["2026-11-22T08:00:00Z", "Good morning, Amara"],
    ["2026-11-22T11:59:00Z", "Good morning, Amara"],
    ["2026-11-22T12:00:00Z", "Good afternoon, Amara"],
    ["2026-07-22T11:30:00Z", "Good afternoon, Amara"],
    ["2026-11-22T18:00:00Z", "Good evening, Amara"],
  ])("at %s", (instant, words) => {
    expect(greeting("Amara", Temporal.Instant.from(instant))).toBe(words);
  });

  test("without a name is still one", () => {
    expect(greeting("", Temporal.Instant.from("2026-11-22T08:00:00Z"))).toBe("Good morning");
  });
});

describe("on the day on which a subscription renews", () => {
  const renewalDay = stands({ standing: "inGrace", isRenewing: true });

  test("the member hears that the payment is being taken, and is asked for nothing", () => {
    expect(headline(renewalDay)).toBe("Your renewal is being taken");
    const hrefs = todos({ ...renewalDay, isStaff: false, hasBackupEmail: true }).map(
      ({ href }) => href,
    );
    expect(hrefs).not.toContain("/membership");
  });

  test("a member whose payment failed is asked to renew by the end of the days of grace", () => {
    const failed = { ...renewalDay, isRenewing: false };
    expect(headline(failed)).toBe("Renew by 30 April 2027 to stay a member");
    const [first] = todos({ ...failed, isStaff: false, hasBackupEmail: true });
    expect(first?.title).toBe("Renew your membership");
  });
});
