import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { notFound, page } from "~/access";
import { parseGuarded } from "~/guard/form";
import { civilDateOf } from "~/lib/civil-date";
import { refuse } from "~/ui/form/refuse";
import { pageMeta } from "~/ui/meta";
import { ROLE_WORDS } from "../policy";
import { heldRole } from "../queries/staff";
import { REASON_GUARD, ReasonPage, reasonField } from "../reason-page";
import { endRole, type NotEnded } from "../staff-roles";

export const meta = pageMeta({ title: "End a role" });

const schema = z.object({ reason: reasonField });

export const loader = page.may("editStaff")(async ({ db, params, now }) => {
  const held = await heldRole(db, params.id ?? "", civilDateOf(now));
  if (!held) throw notFound();
  return { name: `${held.givenName} ${held.familyName}`, role: ROLE_WORDS[held.role] };
});

export const action = page.may("editStaff")(async ({ db, actor, form, params, now }) => {
  const submission = parseGuarded(await form(), { schema, guard: REASON_GUARD });
  if (submission.status !== "success") return refuse(submission);
  const request = { id: params.id ?? "", reason: submission.value.reason, by: actor.personId };
  const ended = await endRole(db, request, now);
  if (ended.ok || ended.error.reason === "gone") return redirect("/admin/staff?done=ended");
  return refuse(submission, { formErrors: [WORDS[ended.error.reason]], status: 422 });
});

const WORDS: Record<Exclude<NotEnded["reason"], "gone">, string> = {
  ownAdministration: "You cannot end your own role as administrator. Ask another administrator.",
  lastAdministrator: "This is the last administrator. Give somebody else the role first.",
};

export default function AdminEndRole() {
  const { name, role } = useLoaderData<typeof loader>();
  return (
    <ReasonPage
      back={{ href: "/admin/staff", words: "Staff" }}
      title={`End a role: ${role}`}
      button="End role"
      about={`${name} will no longer have this role, and will be signed out everywhere.`}
    />
  );
}
