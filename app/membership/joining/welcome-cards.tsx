import { dateInWords } from "~/lib/words";
import { ButtonLink } from "~/ui/button";
import { Card } from "~/ui/card";
import { Heading } from "~/ui/heading";
import { TodoList } from "~/ui/todo";

interface Shown {
  givenName: string;
  number: string | null;
  until: string | null;
}

/** Stripe has not said yet. */
export const Checking = () => (
  <div className="portal-measure">
    <Heading>We are checking with your bank</Heading>
    <p className="portal-lede">
      Your payment has not been confirmed to us yet. This usually takes a few seconds.
    </p>
    <p>Please do not pay again. If the payment goes through, we email you a receipt.</p>
    <ButtonLink href="/join/welcome?look=6">Check again</ButtonLink>
  </div>
);

export const Member = ({ givenName, number, until }: Shown) => (
  <div className="portal-measure">
    <Heading size="xl">{`Welcome, ${givenName}`}</Heading>
    <Card kind="dark" heading="You are a member">
      <NumberShown number={number} />
      {until && <p>{`Paid until ${dateInWords(until)}`}</p>}
    </Card>
    <p>
      We have emailed your welcome. Your <a href="/membership/payments">receipt</a> is ready.
    </p>
    <FirstSteps />
  </div>
);

/** A Direct Debit: what provisional means, and until when. */
export const Provisional = ({ givenName, number, until }: Shown) => (
  <div className="portal-measure">
    <Heading size="xl">{`Nearly there, ${givenName}`}</Heading>
    <Card kind="sun" heading="Your Direct Debit is under way">
      <NumberShown number={number} />
      <p>
        A first Direct Debit takes up to seven working days. Until then your membership is
        provisional: you can use everything that members use.
      </p>
      {until && (
        <p>{`If your bank has not paid by ${dateInWords(until)}, provisional membership ends and you can pay again.`}</p>
      )}
      <p>We email you as soon as the payment arrives. There is nothing to do until then.</p>
    </Card>
    <FirstSteps />
  </div>
);

const NumberShown = ({ number }: Pick<Shown, "number">) =>
  number && (
    <>
      <p>Your member number</p>
      <p className="portal-card__number">{number}</p>
    </>
  );

const FirstSteps = () => (
  <section>
    <h2>First steps</h2>
    <TodoList
      items={[
        {
          href: "/cpd/activities/new",
          title: "Log your first CPD activity",
          about: "Something that you learned this week will do. It takes a minute.",
        },
        { href: "/account", title: "Look through your account", about: "Your details and choices" },
        { href: "/membership", title: "See your membership", about: "Dates, payments and papers" },
      ]}
    />
  </section>
);
