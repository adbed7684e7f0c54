import { redirect } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { Details, InsetText } from "nhsuk-react-components";
import type { z } from "zod";
import { page } from "~/access";
import { addDays, civilDateOf } from "~/lib/civil-date";
import { CheckboxField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import { usePostedForm } from "~/ui/form/use-posted-form";
import { htmlOfMarkdown } from "~/ui/markdown";
import { pageMeta } from "~/ui/meta";
import { Prose } from "~/ui/prose";
import type { Answers, QUESTIONS } from "../applications/answers";
import { type Agreements, chosen } from "../applications/draft";
import { ChargeFacts } from "../joining/charge-facts";
import { openStep, saveStep } from "../joining/step-forms";
import { StepButtons, StepPage } from "../joining/step-page";

export const meta = pageMeta({ title: "What you agree to: apply for membership" });

export const loader = page.signedIn(async (visit) => {
  const { answers, around, draft } = await openStep(visit, "agreements");
  const { agreements, facts, offers } = draft;
  if (!facts.hasPrice) throw redirect("/join/apply/membership");
  const today = civilDateOf(visit.now);
  return {
    answers: stillTrue(answers, facts.wordingsInForce),
    around,
    wordingsShown: facts.wordingsInForce,
    texts: textsOf(agreements),
    ...chosen(offers, answers),
    dates: { today, lastDayToCancel: addDays(today, 14) },
  };
});

export const action = page.signedIn((visit) =>
  saveStep(visit, "agreements", ({ answers, facts }) =>
    answers.wordingsShown === facts.wordingsInForce
      ? undefined
      : {
          codeOfPractice: [
            "Our texts have changed since you opened this page. Read them again and confirm",
          ],
        },
  ),
);

/** Ticks under an older version are not ticks under this one. */
const stillTrue = (answers: Answers, wordingsInForce: string): Answers =>
  answers.wordingsShown === wordingsInForce ? answers : {};

const textsOf = ({ codeOfPractice, privacyNotice, keyFacts, ...lines }: Agreements) => ({
  code: `${codeOfPractice.title}, version ${codeOfPractice.version}`,
  codeHtml: htmlOfMarkdown(codeOfPractice.text, "association"),
  privacy: privacyNotice.title,
  privacyHtml: htmlOfMarkdown(privacyNotice.text, "association"),
  keyFactsHtml: htmlOfMarkdown(keyFacts.text, "association"),
  dutyToPay: lines.dutyToPay.text,
  startAtOnce: lines.startAtOnce.text,
  marketingEvents: lines.marketingEvents.text,
  marketingNews: lines.marketingNews.text,
  marketingResearch: lines.marketingResearch.text,
});

export default function WhatYouAgreeTo() {
  const { answers, around, wordingsShown, texts, grade, price, dates } =
    useLoaderData<typeof loader>();
  const [form, fields] = usePostedForm<z.input<typeof QUESTIONS.agreements>>("agreements", answers);
  const [search] = useSearchParams();
  return (
    <StepPage step="agreements" around={around}>
      {search.has("new") && (
        <InsetText>Our texts have changed since you last looked. Please read them again.</InsetText>
      )}
      <Form form={form}>
        <input type="hidden" name="wordingsShown" value={wordingsShown} />
        <h2 className="nhsuk-heading-m">How you work</h2>
        <Details>
          <Details.Summary>{`Read the ${texts.code.toLowerCase()}`}</Details.Summary>
          <Details.Text>
            <Prose html={texts.codeHtml} />
          </Details.Text>
        </Details>
        <CheckboxField field={fields.codeOfPractice} label="I will keep to the code of practice" />
        <h2 className="nhsuk-heading-m">What we do with what you tell us</h2>
        <Details>
          <Details.Summary>Read the privacy notice</Details.Summary>
          <Details.Text>
            <Prose html={texts.privacyHtml} />
          </Details.Text>
        </Details>
        <CheckboxField field={fields.privacyNotice} label="I have seen the privacy notice" />
        <h2 className="nhsuk-heading-m">Key facts about paying</h2>
        {grade && price && <ChargeFacts gradeName={grade.name} price={price} dates={dates} />}
        <Prose html={texts.keyFactsHtml} />
        <CheckboxField field={fields.dutyToPay} label={texts.dutyToPay} />
        <CheckboxField field={fields.startAtOnce} label={texts.startAtOnce} />
        <h2 className="nhsuk-heading-m">What we may email you about</h2>
        <p>
          Your choice, and you can change it at any time. We always send what your membership needs,
          such as receipts.
        </p>
        <CheckboxField field={fields.marketingEvents} label={texts.marketingEvents} />
        <CheckboxField field={fields.marketingNews} label={texts.marketingNews} />
        <CheckboxField field={fields.marketingResearch} label={texts.marketingResearch} />
        <StepButtons />
      </Form>
    </StepPage>
  );
}
