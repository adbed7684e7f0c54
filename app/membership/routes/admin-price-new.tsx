import { parseWithZod } from "@conform-to/zod/v4";
import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound, page } from "~/access";
import { civilDateOf } from "~/lib/civil-date";
import { newId } from "~/lib/id";
import { VAT_WORDS } from "~/lib/vat";
import { Button } from "~/ui/button";
import { RadiosField, SelectField, TextField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import { refuse } from "~/ui/form/refuse";
import { usePostedForm } from "~/ui/form/use-posted-form";
import { BackLink, Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { type PriceFields, priceSchema } from "../grade-schema";
import { gradeById } from "../queries/grades";
import { type PriceRefusal, setPrice } from "../set-price";

export const meta = pageMeta({ title: "Set a price" });

const WORDS: Record<Exclude<PriceRefusal["reason"], "gradeUnknown">, Record<string, string[]>> = {
  inPast: { fromOn: ["Enter today or a later day"] },
  belowLeast: { price: ["Enter a price of 30p or more: less cannot be charged"] },
};

export const loader = page.may("editGrades")(async ({ db, params, now }) => {
  const grade = await gradeById(db, params.id ?? "");
  if (!grade) throw notFound();
  return { grade, priceId: newId(), today: civilDateOf(now) };
});

export const action = page.may("editGrades")(async ({ db, actor, form, params, now }) => {
  const gradeId = params.id ?? "";
  const submission = parseWithZod(await form(), { schema: priceSchema });
  if (submission.status !== "success") return refuse(submission);
  const { price: pence, ...draft } = submission.value;
  const done = await setPrice(db, actor.personId, { ...draft, gradeId, pence }, now);
  if (done.ok) return redirect(`/admin/grades/${gradeId}?done=priceSet`);
  if (done.error.reason === "gradeUnknown") throw notFound();
  return refuse(submission, { fieldErrors: WORDS[done.error.reason], status: 422 });
});

export default function AdminPriceNew() {
  const { grade, priceId, today } = useLoaderData<typeof loader>();
  const [form, fields] = usePostedForm<PriceFields>("price", {
    id: priceId,
    interval: "year",
    vatTreatment: "exempt",
    fromOn: today,
  });
  return (
    <>
      <BackLink href={`/admin/grades/${grade.id}`}>{grade.name}</BackLink>
      <Heading caption={grade.name}>Set a price</Heading>
      <Form form={form}>
        <input type="hidden" name="id" value={fields.id.initialValue} />
        <RadiosField
          field={fields.interval}
          label="How often is it paid?"
          choices={[
            { value: "year", label: "Once a year" },
            { value: "month", label: "Once a month" },
          ]}
        />
        <TextField
          field={fields.price}
          label="Price in pounds"
          hint="What the member pays, with VAT where there is any. For example 45 or 4.25"
          prefix="£"
          width="5"
          inputMode="decimal"
        />
        <SelectField
          field={fields.vatTreatment}
          label="VAT"
          choices={Object.entries(VAT_WORDS).map(([value, label]) => ({ value, label }))}
        />
        <TextField
          field={fields.fromOn}
          label="First day"
          hint="The price before it ends on the day before"
          type="date"
        />
        <Button>Save price</Button>
      </Form>
    </>
  );
}
