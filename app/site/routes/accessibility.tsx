import { useLoaderData } from "@remix-run/react";
import { page } from "~/access";
import { associationSettings } from "~/office/settings";
import { Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";

export const meta = pageMeta({
  title: "Accessibility",
  description: "How this portal is made for everybody to use, and what to do where it is not.",
  index: true,
});

export const loader = page.public(async ({ db }) => {
  const { name, contactEmail } = await associationSettings(db);
  return { name, contactEmail };
});

export default function Accessibility() {
  const { name, contactEmail } = useLoaderData<typeof loader>();
  return (
    <div className="portal-measure">
      <Heading>Accessibility</Heading>
      <p>
        {name} wants as many people as possible to be able to use this portal. You should be able
        to:
      </p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>zoom in up to 400% without anything falling off the screen</li>
        <li>use every page and form with a keyboard, or by voice</li>
        <li>listen to it with a screen reader</li>
        <li>use it on a small phone, over a slow line, and with scripts turned off</li>
        <li>turn off movement in your system’s settings, and it is off here too</li>
      </ul>
      <p>
        The letters are Atkinson Hyperlegible Next, which was drawn for readers with low vision.
      </p>
      <h2 className="nhsuk-heading-m">How we check</h2>
      <p>
        We work to the Web Content Accessibility Guidelines 2.2, level AA. Pages are checked with
        automatic tools and by keyboard whenever the portal changes. Automatic tools do not find
        everything, so please tell us what they missed.
      </p>
      <h2 className="nhsuk-heading-m">If you cannot use something</h2>
      <p>
        Write to <a href={`mailto:${contactEmail}`}>{contactEmail}</a> and say which page and what
        happened. We can send you what you need in another way, such as large print or an email.
      </p>
      <p>
        If our answer does not help, you can contact the{" "}
        <a href="https://www.equalityadvisoryservice.com/">Equality Advisory and Support Service</a>{" "}
        or, in Northern Ireland, the <a href="https://www.equalityni.org/">Equality Commission</a>.
      </p>
    </div>
  );
}
