import type { Permission } from "~/accounts/policy";
import type { Frame } from "./frame";

export interface Place {
  href: string;
  name: string;
  /** The page itself, or a page further in. */
  current?: "page" | "true";
}

const STRANGERS = [
  { href: "/about", name: "About" },
  { href: "/join", name: "Join" },
  { href: "/help", name: "Help" },
  { href: "/sign-in", name: "Sign in" },
];

/** The areas of the portal for who is asking. */
export function placesOf({ person, path }: Frame): Place[] {
  if (!person) return STRANGERS.map((place) => marked(place, path));
  const { isRecordHolder, isStaff } = person;
  const places = [
    { href: "/", name: "Home" },
    isRecordHolder && { href: "/cpd", name: "CPD" },
    isRecordHolder && { href: "/membership", name: "Membership" },
    !isRecordHolder && !isStaff && { href: "/join", name: "Join" },
    { href: "/account", name: "Account" },
    isStaff && { href: "/admin", name: "Office" },
  ];
  return places.filter((place) => place !== false).map((place) => marked(place, path));
}

const OFFICE: { href: string; name: string; permission: Permission }[] = [
  { href: "/admin", name: "Today", permission: "seeOffice" },
  { href: "/admin/applications", name: "Applications", permission: "readApplications" },
  { href: "/admin/members", name: "Members", permission: "readPeople" },
  { href: "/admin/grades", name: "Grades", permission: "editGrades" },
  { href: "/admin/money", name: "Money", permission: "readMoney" },
  { href: "/admin/cpd", name: "CPD rules", permission: "editCpdRules" },
  { href: "/admin/mail", name: "Mail", permission: "readMail" },
  { href: "/admin/jobs", name: "Jobs", permission: "readJobs" },
  { href: "/admin/history", name: "History", permission: "readHistory" },
  { href: "/admin/staff", name: "Staff", permission: "editStaff" },
  { href: "/admin/settings", name: "Settings", permission: "editSettings" },
];

/** The rooms of the office that the person may enter. */
export const officePlacesOf = ({ permissions, path }: Frame): Place[] =>
  OFFICE.filter(({ permission }) => permissions.includes(permission)).map(({ href, name }) =>
    marked({ href, name }, path),
  );

export const isOffice = (path: string): boolean => path === "/admin" || path.startsWith("/admin/");

function marked(place: Place, path: string): Place {
  if (place.href === path) return { ...place, current: "page" };
  const isWithin = !["/", "/admin"].includes(place.href) && path.startsWith(`${place.href}/`);
  const isOfficeItself = place.name === "Office" && isOffice(path);
  return isWithin || isOfficeItself ? { ...place, current: "true" } : place;
}
