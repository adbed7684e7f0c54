import { z } from "zod";
import { EMPLOYER_KINDS, NATIONS } from "~/accounts/contact-choices";

export const MARKETING_TOPICS = ["events", "news", "research"] as const;
export type MarketingTopic = (typeof MARKETING_TOPICS)[number];

const line = (ask: string, name: string, most: number) =>
  z
    .string({ error: ask })
    .trim()
    .min(1, ask)
    .max(most, `${name} must be ${most} characters or fewer`);

const ticked = (ask: string) => z.literal("on", { error: ask });
const mayBeTicked = z.literal("on").optional();

const about = z.object({
  givenName: line("Enter your first name", "First name", 80),
  familyName: line("Enter your last name", "Last name", 80),
  nation: z.enum(NATIONS, { error: "Select the nation you work in" }),
  region: line("Enter the region, county or health board you work in", "Region", 100),
});

const work = z
  .object({
    jobTitle: line("Enter your job title", "Job title", 120),
    employerKind: z.enum(EMPLOYER_KINDS, { error: "Select the kind of employer you work for" }),
    employerName: z
      .string()
      .trim()
      .max(200, "Employer's name must be 200 characters or fewer")
      .optional(),
  })
  .refine(({ employerKind, employerName }) => employerKind === "none" || Boolean(employerName), {
    path: ["employerName"],
    error: "Enter the name of your employer",
    when: ({ value }) => (value as { employerKind?: unknown }).employerKind !== undefined,
  });

const membership = z.object({
  gradeId: z.string({ error: "Select a grade of membership" }).max(60),
  interval: z.enum(["year", "month"], { error: "Select how you would like to pay" }),
});

const agreements = z.object({
  wordingsShown: z.string({ error: "Open this page again to see the newest version" }).max(1000),
  codeOfPractice: ticked("Confirm that you will keep to the code of practice"),
  privacyNotice: ticked("Confirm that you have seen the privacy notice"),
  dutyToPay: ticked("Confirm that you know you will have to pay"),
  startAtOnce: ticked("Confirm that you want your membership to start at once"),
  marketingEvents: mayBeTicked,
  marketingNews: mayBeTicked,
  marketingResearch: mayBeTicked,
});

/** The questions of each step, as the form asks them. */
export const QUESTIONS = { about, work, membership, agreements };
export type FormStep = keyof typeof QUESTIONS;

/** The names of the fields of each step: what a draft keeps, and nothing else. */
export const FIELDS = {
  about: Object.keys(about.shape),
  work: Object.keys(work.shape),
  membership: Object.keys(membership.shape),
  agreements: Object.keys(agreements.shape),
} satisfies Record<FormStep, string[]>;

/** What an applicant has said so far, as typed: a draft may be unfinished or wrong. */
export type Answers = Record<string, string>;

/** What every complete application says. */
export type CompleteAnswers = z.output<typeof about> &
  z.output<typeof work> &
  z.output<typeof membership> &
  z.output<typeof agreements>;

const stored = z.record(z.string(), z.string());

/** Reads the answers of an application's row. */
export const readAnswers = (json: string): Answers => stored.parse(JSON.parse(json));

/** Longer than any answer may be: more than this is nobody's typing. */
const MOST_TYPED = 1000;

/** The fields of a step as they were typed; what was left out or unticked is empty. */
export function typedAnswers(step: FormStep, payload: Record<string, unknown>): Answers {
  const entries = FIELDS[step].map((name): [string, string] => {
    const value = payload[name];
    return [name, typeof value === "string" ? value.slice(0, MOST_TYPED) : ""];
  });
  return Object.fromEntries(entries);
}

/** What a step asks of a draft, with untouched fields absent as a form would leave them. */
const filled = (answers: Answers) =>
  Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== ""));

export const isAnswered = (step: FormStep, answers: Answers): boolean =>
  QUESTIONS[step].safeParse(filled(answers)).success;

/** Everything that was said, checked. Throws where a step is unfinished: `missingAnswers` was to be asked first. */
export function completeAnswers(answers: Answers): CompleteAnswers {
  const given = filled(answers);
  return {
    ...about.parse(given),
    ...work.parse(given),
    ...membership.parse(given),
    ...agreements.parse(given),
  };
}
