import { useLoaderData } from "@remix-run/react";
import { page } from "~/access";
import { associationSettings } from "~/office/settings";
import { Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";

export const meta = pageMeta({
  title: "Contact",
  description: "How to reach the association’s office.",
  index: true,
});

export const loader = page.public(async ({ db }) => {
  const { name, contactEmail, postalAddress } = await associationSettings(db);
  return { name, contactEmail, postalAddress };
});

export default function Contact() {
  const { name, contactEmail, postalAddress } = useLoaderData<typeof loader>();
  return (
    <div className="portal-measure">
      <Heading>Contact</Heading>
      <h2 className="nhsuk-heading-m">By email</h2>
      <p>
        <a href={`mailto:${contactEmail}`}>{contactEmail}</a>
      </p>
      <p>
        People read it on working days and most have other jobs too. Expect an answer within 3
        working days. If you are a member, give your member number.
      </p>
      {postalAddress && (
        <>
          <h2 className="nhsuk-heading-m">By post</h2>
          <address className="portal-address">{`${name}\n${postalAddress}`}</address>
        </>
      )}
      <h2 className="nhsuk-heading-m">Worried about somebody’s safety?</h2>
      <p>
        We cannot help in an emergency. If somebody is in danger, call 999. If you are worried about
        a person whom you support, speak to your employer’s safeguarding lead first.
      </p>
      <h2 className="nhsuk-heading-m">Looking for a link worker?</h2>
      <p>We do not refer patients. Ask at your GP practice, which can put you in touch with one.</p>
    </div>
  );
}
