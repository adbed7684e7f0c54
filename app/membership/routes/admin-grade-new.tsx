import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { page } from "~/access";
import { parseGuarded } from "~/guard/form";
import { refuse } from "~/ui/form/refuse";
import { BackLink, Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { GRADE_GUARD, GradeForm } from "../grade-form";
import { gradeSchema } from "../grade-schema";
import { allGrades } from "../queries/grades";
import { saveGrade } from "../save-grade";

export const meta = pageMeta({ title: "Add a grade" });

export const loader = page.may("editGrades")(async ({ db }) => ({
  place: (await allGrades(db)).length,
}));

export const action = page.may("editGrades")(async ({ db, actor, form, now }) => {
  const submission = parseGuarded(await form(), { schema: gradeSchema, guard: GRADE_GUARD });
  if (submission.status !== "success") return refuse(submission);
  const { asksEvidence, evidence, ...fields } = submission.value;
  const asked = asksEvidence === "yes" ? (evidence ?? null) : null;
  const saved = await saveGrade(db, actor.personId, { id: null, ...fields, evidence: asked }, now);
  if (saved.ok) return redirect(`/admin/grades/${saved.value.id}?done=gradeAdded`);
  const name = ["Enter another name: there is a grade with this one"];
  return refuse(submission, { fieldErrors: { name }, status: 422 });
});

export default function AdminGradeNew() {
  const { place } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink href="/admin/grades">Grades and prices</BackLink>
      <Heading>Add a grade</Heading>
      <GradeForm defaults={{ review: "automatic", asksEvidence: "no", position: String(place) }} />
    </>
  );
}
