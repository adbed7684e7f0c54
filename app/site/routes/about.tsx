import { useLoaderData } from "@remix-run/react";
import { page } from "~/access";
import { associationSettings } from "~/office/settings";
import { ButtonLink } from "~/ui/button";
import { Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";

export const meta = pageMeta({
  title: "About",
  description: "Who we are, what link workers do, and what the association stands for.",
  index: true,
});

export const loader = page.public(async ({ db, actor }) => ({
  name: (await associationSettings(db)).name,
  isStranger: actor === null,
}));

export default function About() {
  const { name, isStranger } = useLoaderData<typeof loader>();
  return (
    <div className="portal-measure">
      <Heading>About {name}</Heading>
      <p className="portal-lede">
        {name} is the association of people who work as social prescribing link workers, in all four
        nations of the United Kingdom.
      </p>
      <h2 className="nhsuk-heading-m">What link workers do</h2>
      <p>
        Much of what makes people ill or well is not medical: being alone, money, housing, grief,
        work. A link worker takes the time to listen, finds out what matters to a person, and
        connects them with people and places nearby that help.
      </p>
      <p>
        They work with GP practices, charities and councils. They come to it from every walk of
        life. What they share is that people trust them, that they know their area, and that they
        know when to call in somebody else.
      </p>
      <h2 className="nhsuk-heading-m">Why an association</h2>
      <p>
        Many link workers are the only one in their team. An association gives them colleagues, a
        code of practice that they wrote their names under, and learning that counts for something
        wherever they work next.
      </p>
      <h2 className="nhsuk-heading-m">What we stand for</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>The person comes first, and says what matters.</li>
        <li>Everybody keeps learning, and shows it.</li>
        <li>Link workers are paid, supervised and heard as the professionals they are.</li>
        <li>What we know about our areas is shared.</li>
      </ul>
      <p>
        Every member accepts <a href="/code-of-practice">the code of practice</a>.
      </p>
      {isStranger && <ButtonLink href="/join">See how to join</ButtonLink>}
    </div>
  );
}
