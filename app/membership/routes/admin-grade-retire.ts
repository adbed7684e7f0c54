import { redirect } from "@remix-run/node";
import { notFound, page } from "~/access";
import { retireGrade } from "../save-grade";

export const loader = page.may("editGrades")(({ params }) =>
  redirect(`/admin/grades/${params.id}`),
);

export const action = page.may("editGrades")(async ({ db, actor, form, params, now }) => {
  const isRetired = (await form()).get("isRetired") === "yes";
  const done = await retireGrade(db, actor.personId, { id: params.id ?? "", isRetired }, now);
  if (!done.ok) throw notFound();
  return redirect(`/admin/grades?done=${isRetired ? "retired" : "back"}`);
});
