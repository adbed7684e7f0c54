import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { page } from "~/access";
import { Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { confirmEmailChange } from "../change-email";
import { LinkButton, LinkEnded } from "../link-page";
import { findLink } from "../one-time-links";

export const meta = pageMeta({ title: "Confirm your new email address" });

/** Looking changes nothing, however often a mail scanner looks. */
export const loader = page.byToken(async ({ db, url, realNow }) => {
  const token = url.searchParams.get("token") ?? "";
  const link = await findLink(db, token, "changeEmail", realNow);
  return link ? { token, email: link.email } : data(null, { status: 410 });
});

export const action = page.byToken(async (visit) => {
  const token = String((await visit.form()).get("token"));
  const done = await confirmEmailChange(visit.world, token, visit);
  if (done.ok) return redirect("/sign-in?done=emailChanged");
  return data(
    { refused: done.error.reason },
    { status: done.error.reason === "taken" ? 409 : 410 },
  );
});

export default function ConfirmNewEmail() {
  const link = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer?.refused === "taken") return <Taken />;
  if (!link || answer)
    return (
      <LinkEnded>
        <p>
          <a href="/account/email">Ask for the change again</a>
        </p>
      </LinkEnded>
    );
  return (
    <LinkButton
      title="Confirm your new email address"
      token={link.token}
      button="Change my email address"
    >
      <p>
        From now on you sign in as <strong>{link.email}</strong>, and our emails go there. Your
        devices are signed out.
      </p>
    </LinkButton>
  );
}

const Taken = () => (
  <div className="portal-measure">
    <Heading>This address cannot be used</Heading>
    <p>
      Since you asked, another account was opened with it. Yours was not changed. If both are yours,{" "}
      <a href="/contact">write to us</a>.
    </p>
  </div>
);
