/** The roles of the office; a person may hold several. */
export const ROLES = [
  "membershipManager",
  "treasurer",
  "eventsManager",
  "cpdAssessor",
  "moderator",
  "safeguardingLead",
  "contentEditor",
  "officeAssistant",
  "administrator",
] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_WORDS: Record<Role, string> = {
  membershipManager: "Membership manager",
  treasurer: "Treasurer",
  eventsManager: "Events manager",
  cpdAssessor: "CPD assessor",
  moderator: "Moderator",
  safeguardingLead: "Safeguarding lead",
  contentEditor: "Content editor",
  officeAssistant: "Office assistant",
  administrator: "Administrator",
};

/** Every question that the office's doors ask. */
const HOLDERS = {
  seeOffice: [...ROLES],
  readPeople: ["membershipManager", "treasurer", "eventsManager", "officeAssistant"],
  editPeople: ["membershipManager", "officeAssistant"],
  exportPeople: ["membershipManager"],
  readApplications: ["membershipManager", "officeAssistant"],
  decideApplications: ["membershipManager"],
  editGrades: ["membershipManager"],
  grantCover: ["membershipManager"],
  moveAccounts: ["membershipManager"],
  readMoney: ["treasurer", "membershipManager"],
  refundMoney: ["treasurer"],
  readCpd: ["cpdAssessor"],
  editCpdRules: ["cpdAssessor"],
  readMail: ["membershipManager", "officeAssistant"],
  readJobs: [],
  readHistory: ["membershipManager", "treasurer", "safeguardingLead"],
  editSettings: [],
  editStaff: [],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof HOLDERS;
export const PERMISSIONS = Object.keys(HOLDERS) as Permission[];

/** Whether somebody with these roles may; an administrator may everything. */
export function may(roles: ReadonlySet<Role>, permission: Permission): boolean {
  if (roles.has("administrator")) return true;
  return HOLDERS[permission].some((role) => roles.has(role));
}
