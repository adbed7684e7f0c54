import type { Temporal } from "temporal-polyfill";
import { wordingsOfKind } from "~/accounts/queries/wordings";
import { publishWording, WORDING_KINDS, type WordingKind } from "~/accounts/wordings";
import { civilDateOf } from "~/lib/civil-date";
import type { Trx } from "~/schema";
import codeOfPractice from "./first-wordings/code-of-practice.txt?raw";
import keyFacts from "./first-wordings/key-facts.txt?raw";
import privacyNotice from "./first-wordings/privacy-notice.txt?raw";

/** A start that the association reads, has checked and changes before it opens. */
const FIRST_WORDINGS: Record<WordingKind, { title: string; text: string }> = {
  codeOfPractice: { title: "Code of practice", text: codeOfPractice },
  privacyNotice: { title: "Privacy notice for members and applicants", text: privacyNotice },
  keyFacts: { title: "Key facts about membership", text: keyFacts },
  dutyToPay: {
    title: "Duty to pay",
    text: "I understand that I will have to pay for membership, and that it renews and is charged again until I cancel it.",
  },
  startAtOnce: {
    title: "Start at once",
    text: "I ask for my membership to start as soon as I have paid, before my 14 days to change my mind are over. If I then cancel within the 14 days, I get my money back apart from the days that I was a member.",
  },
  marketingEvents: {
    title: "Training and events",
    text: "Yes, email me about training, conferences and events.",
  },
  marketingNews: {
    title: "News",
    text: "Yes, email me news about social prescribing and the association.",
  },
  marketingResearch: {
    title: "Surveys and research",
    text: "Yes, email me invitations to surveys and research about the role.",
  },
};

/** Gives a new association the texts that joining needs. A kind that has a version keeps it. */
export async function addFirstWordings(trx: Trx, now: Temporal.Instant): Promise<void> {
  for (const kind of WORDING_KINDS) {
    if ((await wordingsOfKind(trx, kind)).length > 0) continue;
    const { title, text } = FIRST_WORDINGS[kind];
    await publishWording(trx, { kind, title, text: text.trim(), inForceOn: civilDateOf(now) });
  }
}
