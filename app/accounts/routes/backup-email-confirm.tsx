import { data, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { page } from "~/access";
import { Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { confirmBackupEmail } from "../backup-email";
import { LinkButton, LinkEnded } from "../link-page";
import { findLink } from "../one-time-links";

export const meta = pageMeta({ title: "Confirm your backup email address" });

/** Looking changes nothing, however often a mail scanner looks. */
export const loader = page.byToken(async ({ db, url, realNow }) => {
  if (url.searchParams.has("confirmed")) return { kind: "confirmed" as const };
  const token = url.searchParams.get("token") ?? "";
  const link = await findLink(db, token, "confirmBackup", realNow);
  if (!link) return data({ kind: "ended" as const }, { status: 410 });
  return { kind: "link" as const, token, email: link.email };
});

export const action = page.byToken(async (visit) => {
  const token = String((await visit.form()).get("token"));
  const done = await confirmBackupEmail(visit.world, token, visit);
  const shown = done.ok ? "confirmed" : `token=${encodeURIComponent(token)}`;
  return redirect(`/account/backup-email/confirm?${shown}`);
});

export default function ConfirmBackup() {
  const shown = useLoaderData<typeof loader>();
  if (shown.kind === "confirmed")
    return (
      <div className="portal-measure">
        <Heading>Your backup address is confirmed</Heading>
        <p>
          <a href="/account">Go to your account</a>
        </p>
      </div>
    );
  if (shown.kind === "ended")
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
      token={shown.token}
      button="Confirm backup address"
    >
      <p>
        <strong>{shown.email}</strong> will then be able to get back into the account that it was
        given for.
      </p>
    </LinkButton>
  );
}
