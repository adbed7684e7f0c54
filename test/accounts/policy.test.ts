import { describe, expect, test } from "vitest";
import { may, PERMISSIONS, type Permission, ROLES, type Role } from "~/accounts/policy";

/** Who may what, in the order of ROLES: m membership manager, t treasurer, e events, c CPD, o moderator, s safeguarding, w content, a assistant. */
const TABLE: Record<Permission, string> = {
  seeOffice: "mtecoswa",
  readPeople: "mte....a",
  editPeople: "m......a",
  exportPeople: "m.......",
  readApplications: "m......a",
  decideApplications: "m.......",
  editGrades: "m.......",
  grantCover: "m.......",
  moveAccounts: "m.......",
  readMoney: "mt......",
  refundMoney: ".t......",
  readCpd: "...c....",
  editCpdRules: "...c....",
  readMail: "m......a",
  readJobs: "........",
  readHistory: "mt...s..",
  editSettings: "........",
  editStaff: "........",
};

describe("the policy", () => {
  test.each(PERMISSIONS)("%s is held by exactly the roles of the table", (permission) => {
    const others = ROLES.filter((role) => role !== "administrator");
    const holders = others.filter((role) => may(new Set([role]), permission));
    const expected = others.filter((_role, place) => TABLE[permission][place] !== ".");
    expect(holders).toEqual(expected);
  });

  test("an administrator may everything", () => {
    const roles = new Set<Role>(["administrator"]);
    expect(PERMISSIONS.filter((permission) => !may(roles, permission))).toEqual([]);
  });

  test("somebody without a role may nothing", () => {
    expect(PERMISSIONS.filter((permission) => may(new Set(), permission))).toEqual([]);
  });

  test("the office assistant never touches money", () => {
    const money: Permission[] = ["readMoney", "refundMoney"];
    expect(money.filter((permission) => may(new Set(["officeAssistant"]), permission))).toEqual([]);
  });
});
