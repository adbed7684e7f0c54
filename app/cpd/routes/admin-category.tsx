import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound, page } from "~/access";
import { parseGuarded } from "~/guard/form";
import { GuardedSave } from "~/guard/guarded-save";
import { Button } from "~/ui/button";
import { CheckboxField, TextField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import { refuse } from "~/ui/form/refuse";
import { usePostedForm } from "~/ui/form/use-posted-form";
import { BackLink, Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { type CategoryFields, categorySchema } from "../category-schema";
import { cpdRules } from "../rules";
import { saveCategory } from "../save-category";

export const meta = pageMeta({ title: "Kind of CPD activity" });

const GUARD = { name: "freeText", hint: "freeText" } as const;
const LABELS = { name: "Name", hint: "Examples" };

/** `/new` adds one. */
const idOf = (params: { id?: string }) => (params.id === "new" ? null : (params.id ?? ""));

export const loader = page.may("editCpdRules")(async ({ db, params, now }) => {
  const { categories } = await cpdRules(db, now);
  const id = idOf(params);
  const category = categories.find((found) => found.id === id);
  if (id !== null && !category) throw notFound();
  return { category: category ?? null, places: categories.length };
});

export const action = page.may("editCpdRules")(async ({ db, actor, form, params, now }) => {
  const submission = parseGuarded(await form(), { schema: categorySchema, guard: GUARD });
  if (submission.status !== "success") return refuse(submission);
  const draft = { ...submission.value, id: idOf(params) };
  const saved = await saveCategory(db, actor.personId, draft, now);
  if (saved.ok) return redirect("/admin/cpd?done=categorySaved");
  if (saved.error.reason === "notFound") throw notFound();
  const words = "Enter another name: there is a kind of activity with this one";
  return refuse(submission, { fieldErrors: { name: [words] }, status: 422 });
});

export default function AdminCategory() {
  const { category, places } = useLoaderData<typeof loader>();
  const [form, fields] = usePostedForm<CategoryFields>("category", {
    name: category?.name,
    hint: category?.hint,
    isFormalByDefault: category?.isFormalByDefault === 1 ? "on" : undefined,
    position: String(category?.position ?? places + 1),
  });
  return (
    <>
      <BackLink href="/admin/cpd">CPD rules</BackLink>
      <Heading>{category?.name ?? "Add a kind of activity"}</Heading>
      <Form form={form}>
        <TextField field={fields.name} label="Name" guard={GUARD.name} />
        <TextField
          field={fields.hint}
          label="Examples (optional)"
          hint="Shown below the name when a member logs an activity"
          guard={GUARD.hint}
        />
        <CheckboxField
          field={fields.isFormalByDefault}
          label="Usually formal learning"
          hint="Members can say otherwise for each activity"
        />
        <TextField
          field={fields.position}
          label="Place in the list"
          inputMode="numeric"
          width="3"
        />
        <GuardedSave form={form} guard={GUARD} labels={LABELS}>
          Save kind of activity
        </GuardedSave>
      </Form>
      {category && <Retire id={category.id} isRetired={category.retiredOn !== null} />}
    </>
  );
}

const Retire = ({ id, isRetired }: { id: string; isRetired: boolean }) => (
  <form method="post" action={`/admin/cpd/categories/${id}/retire`}>
    <input type="hidden" name="isRetired" value={isRetired ? "no" : "yes"} />
    <p>
      {isRetired
        ? "Members cannot choose this kind for new activities."
        : "Activities already logged keep this kind when it is no longer used."}
    </p>
    <Button kind="secondary">{isRetired ? "Use again" : "Stop using"}</Button>
  </form>
);
