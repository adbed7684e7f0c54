import { describe, expect, test } from "vitest";
import type { Frame } from "~/site/frame";
import { isOffice, officePlacesOf, placesOf } from "~/site/navigation";

const frame = (given: Partial<Frame> = {}): Frame => ({
  associationName: "Linkway",
  contactEmail: "office@linkway.example",
  postalAddress: "",
  path: "/",
  isDemonstration: false,
  person: null,
  permissions: [],
  ...given,
});

const MEMBER = { name: "Amara", isMember: true, isRecordHolder: true, isStaff: false };
const names = (places: { name: string }[]) => places.map(({ name }) => name);

describe("the areas", () => {
  test("a stranger may look, join and sign in", () => {
    expect(names(placesOf(frame()))).toEqual(["About", "Join", "Help", "Sign in"]);
  });

  test("a member has the CPD record and the membership", () => {
    const places = placesOf(frame({ person: MEMBER }));
    expect(names(places)).toEqual(["Home", "CPD", "Membership", "Account"]);
  });

  test("somebody with an account and no membership is offered to join", () => {
    const person = { ...MEMBER, isMember: false, isRecordHolder: false };
    expect(names(placesOf(frame({ person })))).toEqual(["Home", "Join", "Account"]);
  });

  test("who has lapsed still reaches the own record", () => {
    const places = placesOf(frame({ person: { ...MEMBER, isMember: false } }));
    expect(names(places)).toContain("CPD");
  });

  test("staff find the way to the office", () => {
    const places = placesOf(frame({ person: { ...MEMBER, isStaff: true } }));
    expect(places.at(-1)).toEqual({ href: "/admin", name: "Office" });
  });
});

describe("the current place is marked", () => {
  const current = (path: string, given: Partial<Frame> = {}) =>
    placesOf(frame({ person: { ...MEMBER, isStaff: true }, path, ...given }))
      .filter(({ current }) => current)
      .map(({ name, current }) => [name, current]);

  test.each([
    ["/", [["Home", "page"]]],
    ["/cpd", [["CPD", "page"]]],
    ["/cpd/activities/new", [["CPD", "true"]]],
    ["/cpdx", []],
    ["/admin/members", [["Office", "true"]]],
    ["/admin", [["Office", "page"]]],
  ])("on %s", (path, marked) => {
    expect(current(path)).toEqual(marked);
  });
});

describe("the office", () => {
  test("shows only the rooms that the person may enter", () => {
    const places = officePlacesOf(
      frame({ path: "/admin/money", permissions: ["seeOffice", "readMoney"] }),
    );
    expect(places).toEqual([
      { href: "/admin", name: "Today" },
      { href: "/admin/money", name: "Money", current: "page" },
    ]);
  });

  test("is not every address that begins like it", () => {
    expect(isOffice("/admin/jobs")).toBe(true);
    expect(isOffice("/administration")).toBe(false);
  });
});
