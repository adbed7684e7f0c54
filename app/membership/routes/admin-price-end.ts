import { redirect } from "@remix-run/node";
import { notFound, page } from "~/access";
import { endPrice } from "../set-price";

export const loader = page.may("editGrades")(({ params }) =>
  redirect(`/admin/grades/${params.id}`),
);

export const action = page.may("editGrades")(async ({ db, actor, params, now }) => {
  const gradeId = params.id ?? "";
  const ended = await endPrice(db, actor.personId, { gradeId, priceId: params.priceId ?? "" }, now);
  if (!ended.ok) throw notFound();
  return redirect(`/admin/grades/${gradeId}?done=priceEnded`);
});
