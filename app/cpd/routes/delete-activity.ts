import { redirect } from "@remix-run/node";
import { notFound, page } from "~/access";
import { deleteActivity } from "../delete-activity";

const addressOf = ({ id = "" }: { id?: string }) => `/cpd/activities/${encodeURIComponent(id)}`;

export const loader = page.recordHolder(({ params }) => redirect(addressOf(params)));

export const action = page.member(async ({ db, actor, params, now }) => {
  const id = params.id ?? "";
  const deleted = await deleteActivity(db, actor.personId, id, now);
  if (deleted.ok) return redirect(`/cpd/activities?deleted=${id}`);
  if (deleted.error.reason === "notFound") throw notFound();
  return redirect(addressOf(params));
});
