import { formatPence } from "~/lib/money";
import { ButtonLink } from "~/ui/button";
import { Card, Cards } from "~/ui/card";
import type { WelcomeFacts } from "./welcome-facts";

/** The first page for a stranger: who link workers are, what membership gives, and how to join. */
export function Welcome({ facts }: { facts: WelcomeFacts }) {
  return (
    <>
      <div className="portal-hero">
        <div>
          <h1 className="nhsuk-heading-xl">You connect people. We connect you.</h1>
          <p className="portal-lede">
            {facts.associationName} is the association of social prescribing link workers:
            colleagues, a code of practice, and learning that counts.
          </p>
          <div className="portal-button-row">
            <ButtonLink href="/join">Join {facts.associationName}</ButtonLink>
            <a href="/sign-in">I am a member: sign in</a>
          </div>
        </div>
        <img src="/link-worker.svg" alt="" width="520" height="420" />
      </div>
      <WhatLinkWorkersAre />
      <WhatMembershipGives />
      <HowToJoin facts={facts} />
    </>
  );
}

const WhatLinkWorkersAre = () => (
  <section className="portal-section">
    <h2 className="nhsuk-heading-l">What makes a link worker</h2>
    <ul className="portal-traits">
      <li>
        <h3 className="nhsuk-heading-s">Somebody who listens</h3>
        <p>With time to ask what matters to a person, not only what is the matter.</p>
      </li>
      <li>
        <h3 className="nhsuk-heading-s">A connector whom people trust</h3>
        <p>Between the surgery, the council, charities, and the neighbour who runs the choir.</p>
      </li>
      <li>
        <h3 className="nhsuk-heading-s">A generalist who knows the place</h3>
        <p>Who knows which group meets on Tuesdays, and when to call in somebody else.</p>
      </li>
    </ul>
  </section>
);

const WhatMembershipGives = () => (
  <section className="portal-section">
    <h2 className="nhsuk-heading-l">What membership gives you</h2>
    <Cards>
      <Card heading="A CPD record of your own">
        <p>
          Log what you learnt in a minute, on your phone, between two visits. See at once how far
          you are. It stays yours when you change jobs.
        </p>
      </Card>
      <Card heading="A code to stand on">
        <p>
          A <a href="/code-of-practice">code of practice</a> made for the role. It tells patients
          and employers what they can expect of you.
        </p>
      </Card>
      <Card heading="A professional home">
        <p>
          Many link workers are the only one where they work. Here you have a number, a standing and
          an office of people who know the job.
        </p>
      </Card>
    </Cards>
  </section>
);

const HowToJoin = ({ facts }: { facts: WelcomeFacts }) => (
  <section className="portal-section">
    <h2 className="nhsuk-heading-l">Joining takes about 5 minutes</h2>
    <ol className="portal-steps">
      <li>
        <h3 className="nhsuk-heading-s">Make an account</h3>
        <p>With an email address that you will keep.</p>
      </li>
      <li>
        <h3 className="nhsuk-heading-s">Tell us about your work</h3>
        <p>Where you work and how. For some grades, somebody in the office reads it first.</p>
      </li>
      <li>
        <h3 className="nhsuk-heading-s">Pay by card or Direct Debit</h3>
        <p>
          {facts.fromPence === null
            ? "Yearly or monthly, as suits you."
            : `From ${formatPence(facts.fromPence)} a year, depending on your grade.`}
        </p>
      </li>
    </ol>
    <div className="portal-button-row">
      <ButtonLink href="/join">See grades and prices</ButtonLink>
    </div>
  </section>
);
