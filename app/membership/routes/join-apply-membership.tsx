import { useLoaderData } from "@remix-run/react";
import type { z } from "zod";
import { page } from "~/access";
import { VAT_WORDS } from "~/lib/vat";
import { RadiosField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import { usePostedForm } from "~/ui/form/use-posted-form";
import { pageMeta } from "~/ui/meta";
import type { QUESTIONS } from "../applications/answers";
import { chosen, type Draft, type GradeOffer } from "../applications/draft";
import { openStep, saveStep } from "../joining/step-forms";
import { StepButtons, StepPage } from "../joining/step-page";
import { priceInWords } from "../joining/words";

export const meta = pageMeta({ title: "Your membership: apply for membership" });

export const loader = page.signedIn(async (visit) => {
  const { answers, around, draft } = await openStep(visit, "membership");
  return { answers, around, offers: draft.offers };
});

export const action = page.signedIn((visit) => saveStep(visit, "membership", withoutPrice));

const RHYTHMS = { year: "Once a year", month: "Every month" } as const;

/** Not every grade can be paid in every rhythm, and a grade may close while a page is open. */
function withoutPrice({ answers, offers, facts }: Draft): Record<string, string[]> | undefined {
  if (facts.hasPrice) return undefined;
  const { grade } = chosen(offers, answers);
  if (!grade) return { gradeId: ["This grade can no longer be joined. Select another one"] };
  const other = RHYTHMS[answers.interval === "month" ? "year" : "month"];
  return { interval: [`${grade.name} can only be paid ${other.toLowerCase()}. Select “${other}”`] };
}

export default function YourMembership() {
  const { answers, around, offers } = useLoaderData<typeof loader>();
  const [form, fields] = usePostedForm<z.input<typeof QUESTIONS.membership>>("membership", answers);
  return (
    <StepPage step="membership" around={around}>
      <Form form={form}>
        <RadiosField
          field={fields.gradeId}
          label="Which grade of membership fits you?"
          choices={offers.map((offer) => ({
            value: offer.grade.id,
            label: offer.grade.name,
            hint: aboutGrade(offer),
          }))}
        />
        <RadiosField
          field={fields.interval}
          label="How would you like to pay?"
          hint="Either way membership goes on until you cancel"
          choices={[
            { value: "year", label: RHYTHMS.year },
            { value: "month", label: RHYTHMS.month },
          ]}
        />
        <StepButtons />
      </Form>
    </StepPage>
  );
}

const aboutGrade = ({ grade, prices }: GradeOffer) => (
  <>
    {grade.summary} {grade.review === "automatic" ? "Approved at once." : "Our office decides."}
    <br />
    <strong>{prices.map(priceInWords).join(" or ")}</strong>
    {prices[0] && `, ${VAT_WORDS[prices[0].vatTreatment]}`}
  </>
);
