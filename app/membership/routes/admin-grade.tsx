import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound, page } from "~/access";
import { parseGuarded } from "~/guard/form";
import { civilDateOf } from "~/lib/civil-date";
import { Button } from "~/ui/button";
import { Done } from "~/ui/done";
import { refuse } from "~/ui/form/refuse";
import { BackLink, Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { GRADE_GUARD, GradeForm } from "../grade-form";
import { gradeSchema } from "../grade-schema";
import { PriceTable } from "../price-table";
import { gradeById, pricesOfGrade } from "../queries/grades";
import { saveGrade } from "../save-grade";

export const meta = pageMeta({ title: "Grade" });

export const loader = page.may("editGrades")(async ({ db, params, now }) => {
  const grade = await gradeById(db, params.id ?? "");
  if (!grade) throw notFound();
  return { grade, prices: await pricesOfGrade(db, grade.id), today: civilDateOf(now) };
});

export const action = page.may("editGrades")(async ({ db, actor, form, params, now }) => {
  const submission = parseGuarded(await form(), { schema: gradeSchema, guard: GRADE_GUARD });
  if (submission.status !== "success") return refuse(submission);
  const { asksEvidence, evidence, ...fields } = submission.value;
  const draft = {
    id: params.id ?? "",
    ...fields,
    evidence: asksEvidence === "yes" ? (evidence ?? null) : null,
  };
  const saved = await saveGrade(db, actor.personId, draft, now);
  if (saved.ok) return redirect("/admin/grades?done=gradeSaved");
  if (saved.error.reason === "notFound") throw notFound();
  const name = ["Enter another name: there is a grade with this one"];
  return refuse(submission, { fieldErrors: { name }, status: 422 });
});

export default function AdminGrade() {
  const { grade, prices, today } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink href="/admin/grades">Grades and prices</BackLink>
      <Heading>{grade.name}</Heading>
      <Done
        words={{
          gradeAdded: "Grade added. Give it a price, so that people can join",
          priceSet: "Price saved",
          priceEnded: "Price is no longer offered",
        }}
      />
      <PriceTable gradeId={grade.id} prices={prices} today={today} />
      <h2 className="nhsuk-heading-m">About the grade</h2>
      <GradeForm
        defaults={{
          name: grade.name,
          summary: grade.summary,
          review: grade.review,
          asksEvidence: grade.evidence ? "yes" : "no",
          evidence: grade.evidence ?? "",
          position: String(grade.position),
        }}
      />
      <Retire id={grade.id} isRetired={grade.retiredOn !== null} />
    </>
  );
}

const Retire = ({ id, isRetired }: { id: string; isRetired: boolean }) => (
  <form method="post" action={`/admin/grades/${id}/retire`}>
    <input type="hidden" name="isRetired" value={isRetired ? "no" : "yes"} />
    <p>
      {isRetired
        ? "Nobody can join in this grade. Members who hold it keep it."
        : "After a grade is retired nobody can join in it. Members who hold it keep it."}
    </p>
    <Button kind="secondary">{isRetired ? "Bring grade back" : "Retire grade"}</Button>
  </form>
);
