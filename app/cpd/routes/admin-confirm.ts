import { redirect } from "@remix-run/node";
import { notFound, page } from "~/access";
import { confirmRequirement } from "../rules";

export const loader = page.may("editCpdRules")(() => redirect("/admin/cpd"));

export const action = page.may("editCpdRules")(async ({ db, actor, params, now }) => {
  const confirmed = await confirmRequirement(db, actor.personId, params.id ?? "", now);
  if (!confirmed.ok) throw notFound();
  return redirect("/admin/cpd?done=requirementConfirmed");
});
