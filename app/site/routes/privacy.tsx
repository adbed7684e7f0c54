import { useLoaderData } from "@remix-run/react";
import { page } from "~/access";
import { civilDateOf } from "~/lib/civil-date";
import { associationSettings } from "~/office/settings";
import { Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { Prose } from "~/ui/prose";
import { published } from "../published";

export const meta = pageMeta({
  title: "Privacy",
  description: "What we keep about you, why, for how long, and what you can ask of us.",
  index: true,
});

export const loader = page.public(async ({ db, now }) => ({
  notice: await published(db, "privacyNotice", civilDateOf(now)),
  email: (await associationSettings(db)).contactEmail,
}));

export default function Privacy() {
  const { notice, email } = useLoaderData<typeof loader>();
  return (
    <div className="portal-measure">
      <Heading>Privacy</Heading>
      {notice && (
        <>
          <Prose html={notice.html} />
          <p className="nhsuk-u-secondary-text-colour">{notice.version}</p>
        </>
      )}
      <h2 className="nhsuk-heading-m">Patients’ details do not belong here</h2>
      <p>
        Nothing that tells who a patient is may be written in this portal. Where you can write
        freely, the portal warns you when it sees something like an NHS number before it is saved.
      </p>
      <h2 className="nhsuk-heading-m">Ask us, or complain</h2>
      <p>
        Write to <a href={`mailto:${email}`}>{email}</a>. If our answer does not help, you can
        complain to the <a href="https://ico.org.uk/make-a-complaint/">Information Commissioner</a>.
      </p>
    </div>
  );
}
