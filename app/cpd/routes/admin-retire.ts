import { redirect } from "@remix-run/node";
import { notFound, page } from "~/access";
import { retireCategory } from "../save-category";

export const loader = page.may("editCpdRules")(() => redirect("/admin/cpd"));

/** `isRetired=no` brings it back. */
export const action = page.may("editCpdRules")(async ({ db, actor, form, params, now }) => {
  const isRetired = (await form()).get("isRetired") !== "no";
  const given = { id: params.id ?? "", isRetired };
  const retired = await retireCategory(db, actor.personId, given, now);
  if (!retired.ok) throw notFound();
  return redirect("/admin/cpd?done=categorySaved");
});
