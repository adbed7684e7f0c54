/** What every member gets. */
export const WhatYouGet = () => (
  <section className="portal-section" aria-labelledby="gets">
    <h2 id="gets">What you get</h2>
    <ul className="portal-traits">
      <li>
        <h3 className="nhsuk-heading-s">A learning record that counts</h3>
        <p>Log your CPD in a minute on your phone. It is yours, also after you leave.</p>
      </li>
      <li>
        <h3 className="nhsuk-heading-s">A professional standing</h3>
        <p>
          A member number that is yours for ever, and a membership that says until when it holds.
        </p>
      </li>
      <li>
        <h3 className="nhsuk-heading-s">A code of practice</h3>
        <p>What people and employers may expect of you, in words that you can show them.</p>
      </li>
      <li>
        <h3 className="nhsuk-heading-s">An office that answers</h3>
        <p>People to write to, and a receipt for every payment.</p>
      </li>
    </ul>
  </section>
);

export const WhatItAsks = () => (
  <section className="portal-section portal-measure" aria-labelledby="asks">
    <h2 id="asks">What it asks of you</h2>
    <ul>
      <li>
        Keep to our <a href="/code-of-practice">code of practice</a>.
      </li>
      <li>If you practise, keep learning (CPD) each membership year and record it.</li>
      <li>
        Pay for your membership, yearly or monthly, until you cancel. You can cancel any time.
      </li>
    </ul>
    <p>
      You have 14 days to change your mind after you pay. Membership is voluntary: it is not a
      licence to practise, and you need no particular qualification.
    </p>
  </section>
);

export const HowToJoin = ({ email }: { email: string }) => (
  <section className="portal-section" aria-labelledby="how">
    <h2 id="how">How to join</h2>
    <ol className="portal-steps">
      <li>
        <h3 className="nhsuk-heading-s">Apply</h3>
        <p>About 5 minutes. You can stop and carry on later.</p>
      </li>
      <li>
        <h3 className="nhsuk-heading-s">We decide</h3>
        <p>
          Most grades are approved at once. Others are read by our office, usually within a few
          working days.
        </p>
      </li>
      <li>
        <h3 className="nhsuk-heading-s">Pay</h3>
        <p>By card you are a member at once. A Direct Debit takes a few working days.</p>
      </li>
    </ol>
    <p className="portal-measure">
      Would your employer like to pay for you or for a team? Write to{" "}
      <a href={`mailto:${email}`}>{email}</a> before you pay, and we will send them an invoice.
    </p>
  </section>
);
