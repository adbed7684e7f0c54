import type { Role } from "~/accounts/policy";

/** Somebody of the demonstration whom a visitor can be. */
export interface Character {
  key: string;
  givenName: string;
  familyName: string;
  email: string;
  /** What there is to see as this person. */
  about: string;
  roles: Role[];
}

const character = (
  givenName: string,
  familyName: string,
  about: string,
  ...roles: Role[]
): Character => ({
  key: givenName.toLowerCase(),
  givenName,
  familyName,
  email: `${givenName}.${familyName}@example.com`.toLowerCase().replace(/[^a-z.@]/g, ""),
  about,
  roles,
});

/** The people of the association's portal, in the order in which they are met. */
export const CHARACTERS: Character[] = [
  character("Bem", "Adeyemi", "A new link worker, half-way through the application"),
  character("Gwen", "Parry", "Has applied and waits for the office to read it"),
  character("Ines", "Moreau", "Was asked for more evidence of a low income"),
  character("Farah", "Siddiqui", "Is approved and can pay now"),
  character("Harpreet", "Kaur", "Has just joined by Direct Debit; the debit is under way"),
  character("Amara", "Okafor", "A member who is on course with CPD"),
  character("Catrin", "Howells", "A member who is behind on CPD, with few weeks left"),
  character("Eilidh", "MacLeod", "A member in grace: the renewal payment failed"),
  character("Declan", "Quinn", "A lapsed member who may still read the CPD record"),
  character("Joan", "Bright", "A life member by decision of the association"),
  character(
    "Morag",
    "Reid",
    "Membership manager: applications, members, grades",
    "membershipManager",
  ),
  character("Tomasz", "Fielding", "Treasurer: payments and refunds", "treasurer"),
  character("Priya", "Nair", "CPD assessor: the CPD rules", "cpdAssessor"),
  character("Lewis", "Abara", "Events manager", "eventsManager"),
  character("Nora", "Whitlock", "Moderator and safeguarding lead", "moderator", "safeguardingLead"),
  character("Sunita", "Rao", "Content editor", "contentEditor"),
  character("Alun", "Pugh", "Office assistant: sees people, but no money", "officeAssistant"),
  character("Ruth", "Castle", "Administrator of everything", "administrator"),
];

/** Everybody's password in the demonstration, where nothing is worth stealing. */
export const DEMONSTRATION_PASSWORD = "linkway demonstration";

export const characterOf = (key: string): Character | undefined =>
  CHARACTERS.find((one) => one.key === key);
