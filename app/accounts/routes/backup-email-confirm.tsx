import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { page } from "~/access";
import { Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { confirmBackupEmail } from "../backup-email";
import { LinkButton, LinkEnded } from "../link-page";
import { findLink } from "../one-time-links";

export const meta = pageMeta({ title: "Confirm your backup email address" });

/** Looking changes nothing, however often a mail scanner looks. */
export const loader = page.byToken(async ({ db, url, realNow }) => {
  const token = url.searchParams.get("token") ?? "";
  const link = await findLink(db, token, "confirmBackup", realNow);
  return link ? { token, email: link.email } : data(null, { status: 410 });
});

export const action = page.byToken(async (visit) => {
  const token = String((await visit.form()).get("token"));
  const done = await confirmBackupEmail(visit.world, token, visit);
  return done.ok ? { isConfirmed: true } : data({ isConfirmed: false }, { status: 410 });
});

export default function ConfirmBackup() {
  const link = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer?.isConfirmed)
    return (
      <div className="portal-measure">
        <Heading>Your backup address is confirmed</Heading>
        <p>
          <a href="/account">Go to your account</a>
        </p>
      </div>
    );
  if (!link || answer)
    return (
      <LinkEnded>
        <p>
          <a href="/account/backup-email">Give your backup address again</a>
        </p>
      </LinkEnded>
    );
  return (
    <LinkButton
      title="Confirm your backup email address"
      token={link.token}
      button="Confirm backup address"
    >
      <p>
        <strong>{link.email}</strong> will then be able to get back into the account that it was
        given for.
      </p>
    </LinkButton>
  );
}
