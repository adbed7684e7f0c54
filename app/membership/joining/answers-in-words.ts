import { employerKindInWords } from "~/accounts/contact-choices";
import { type Answers, MARKETING_TOPICS } from "../applications/answers";
import { chosen, type Draft } from "../applications/draft";
import { type Step, stepsOf } from "../applications/steps";
import { fullPriceInWords, TOPIC_WORDS } from "./words";

export interface AnswerGroup {
  step: Step;
  rows: [label: string, value: string][];
}

const MARKETING_ANSWERS = {
  events: "marketingEvents",
  news: "marketingNews",
  research: "marketingResearch",
} as const;

/** What has been said in a draft, group by group, as people read it. */
export function answersInWords(draft: Pick<Draft, "answers" | "facts" | "offers" | "evidence">): {
  groups: AnswerGroup[];
  grade: ReturnType<typeof chosen>["grade"];
} {
  const { answers, facts, offers, evidence } = draft;
  const { grade, price } = chosen(offers, answers);
  const rows: Record<Step, AnswerGroup["rows"]> = {
    ...personalRows(answers),
    membership: [
      ["Grade", grade?.name ?? ""],
      ["Price", price ? fullPriceInWords(price) : ""],
    ],
    evidence: [["Your file", evidence.map(({ name }) => name).join(", ")]],
    agreements: agreementRows(answers),
  };
  return { groups: stepsOf(facts).map((step) => ({ step, rows: rows[step] })), grade };
}

/** What an applicant said of themself. */
export const personalRows = (answers: Answers): Record<"about" | "work", AnswerGroup["rows"]> => ({
  about: [
    ["Name", [answers.givenName, answers.familyName].filter(Boolean).join(" ")],
    ["Nation", answers.nation ?? ""],
    ["Region", answers.region ?? ""],
  ],
  work: [
    ["Job title", answers.jobTitle ?? ""],
    ["Kind of employer", employerKindInWords(answers.employerKind)],
    ["Employer", answers.employerKind === "none" ? "None" : (answers.employerName ?? "")],
  ],
});

export function agreementRows(answers: Answers): AnswerGroup["rows"] {
  const topics = MARKETING_TOPICS.filter((topic) => answers[MARKETING_ANSWERS[topic]] === "on");
  const wanted = topics.map((topic) => TOPIC_WORDS[topic]).join(", ");
  return [
    ["Code of practice", answers.codeOfPractice === "on" ? "Accepted" : ""],
    ["Privacy notice", answers.privacyNotice === "on" ? "Seen" : ""],
    ["Duty to pay", answers.dutyToPay === "on" ? "Acknowledged" : ""],
    ["Start", answers.startAtOnce === "on" ? "At once, when paid" : ""],
    ["Emails wanted", answers.wordingsShown ? wanted || "None" : ""],
  ];
}
