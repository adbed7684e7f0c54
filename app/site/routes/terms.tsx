import { useLoaderData } from "@remix-run/react";
import { page } from "~/access";
import { civilDateOf } from "~/lib/civil-date";
import { associationSettings } from "~/office/settings";
import { Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { Prose } from "~/ui/prose";
import { published } from "../published";

export const meta = pageMeta({
  title: "Terms",
  description: "The key facts about membership, and the terms for using this portal.",
  index: true,
});

export const loader = page.public(async ({ db, now }) => {
  const { name, legalName, postalAddress } = await associationSettings(db);
  const keyFacts = await published(db, "keyFacts", civilDateOf(now));
  return { us: legalName || name, postalAddress, keyFacts };
});

export default function Terms() {
  const { us, postalAddress, keyFacts } = useLoaderData<typeof loader>();
  return (
    <div className="portal-measure">
      <Heading>Terms</Heading>
      <p>
        This portal is run by {us}
        {postalAddress && `, ${postalAddress.split("\n").join(", ")}`}.
      </p>
      {keyFacts && (
        <>
          <h2 className="nhsuk-heading-m">{keyFacts.title}</h2>
          <Prose html={keyFacts.html} />
          <p className="nhsuk-u-secondary-text-colour">{keyFacts.version}</p>
        </>
      )}
      <h2 className="nhsuk-heading-m">Using the portal</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>An account is for one person. Keep its password to yourself.</li>
        <li>Say what is true about you and your work, and keep it up to date.</li>
        <li>Write nothing that tells who a patient is.</li>
        <li>What you write and upload stays yours. You let us keep and show it as you set it.</li>
        <li>
          Do not try to break in, overload the portal or collect other people’s details. If you find
          a weakness, tell us and we will thank you.
        </li>
      </ul>
      <h2 className="nhsuk-heading-m">What membership is not</h2>
      <p>
        Membership is a choice. It is not a licence to practise, it is not a register that the law
        asks for, and it does not prove that somebody is good at the job.
      </p>
      <h2 className="nhsuk-heading-m">When something changes</h2>
      <p>
        If we change what you agreed to, we tell you before it counts, and you can end your
        membership. These terms follow the law of the part of the United Kingdom where you live.
      </p>
      <p>
        See also <a href="/code-of-practice">the code of practice</a> and{" "}
        <a href="/privacy">privacy</a>.
      </p>
    </div>
  );
}
