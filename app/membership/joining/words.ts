import { formatPence } from "~/lib/money";
import { VAT_WORDS, type VatTreatment } from "~/lib/vat";
import type { MarketingTopic } from "../applications/answers";
import type { ApplicationState } from "../applications/rules";
import type { Step } from "../applications/steps";
import type { DecisionKind } from "../tables";

/** The many names of the role, as suggestions; anything else can be typed. */
export const JOB_TITLES = [
  "Social prescribing link worker",
  "Link worker",
  "Community link worker",
  "Community connector",
  "Community navigator",
  "Social prescriber",
  "Social prescribing coordinator",
  "Senior link worker",
  "Health and wellbeing coach",
  "Wellbeing adviser",
  "Care navigator",
  "Village agent",
  "Local area coordinator",
  "Student",
];

/** Suggestions for where in a nation somebody works. */
export const REGIONS = [
  "North East",
  "North West",
  "Yorkshire and the Humber",
  "East Midlands",
  "West Midlands",
  "East of England",
  "London",
  "South East",
  "South West",
  "Greater Glasgow and Clyde",
  "Lothian",
  "Highland",
  "Tayside",
  "North Wales",
  "South Wales Valleys",
  "West Wales",
  "Belfast",
  "Western Trust area",
  "Southern Trust area",
];

export const STEP_TITLES: Record<Step, string> = {
  about: "About you",
  work: "Your work",
  membership: "Your membership",
  evidence: "Your evidence",
  agreements: "What you agree to",
};

export const addressOf = (step: Step): string =>
  step === "about" ? "/join/apply" : `/join/apply/${step}`;

export const TOPIC_WORDS: Record<MarketingTopic, string> = {
  events: "Training and events",
  news: "News",
  research: "Surveys and research",
};

export const STATE_WORDS: Record<ApplicationState, string> = {
  draft: "Not finished",
  submitted: "Waiting for the office",
  moreWanted: "More wanted",
  answered: "Answered",
  approved: "Approved",
  declined: "Declined",
  ended: "Ended",
  withdrawn: "Withdrawn",
};

export const DECISION_WORDS: Record<DecisionKind, string> = {
  approve: "Approved",
  ask: "Asked for more",
  decline: "Declined",
  expire: "Ended, as nothing came in time",
  withdraw: "Withdrawn by the applicant",
};

interface PriceShown {
  pence: number;
  interval: "year" | "month";
  vatTreatment: VatTreatment;
}

/** "£45.00 a year" */
export const priceInWords = ({ pence, interval }: PriceShown): string =>
  `${formatPence(pence)} a ${interval}`;

/** "£45.00 a year (VAT exempt)" */
export const fullPriceInWords = (price: PriceShown): string =>
  `${priceInWords(price)} (${VAT_WORDS[price.vatTreatment]})`;
