import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { page } from "~/access";
import { instantInWords } from "~/lib/words";
import { Button } from "~/ui/button";
import { CHARACTERS, DEMONSTRATION_PASSWORD } from "../characters";
import { CLOCK_STEPS } from "../clock-steps";
import { currentCode } from "../demonstration-code";
import { demonstrationOf } from "../only-here";

export const meta: MetaFunction = () => [
  { title: "The demonstration – Linkway" },
  { name: "robots", content: "noindex" },
];

export const loader = page.public(({ world, now, realNow, actor, url }) => {
  const moving = demonstrationOf(world).movingTo();
  return {
    time: instantInWords(now.toString()),
    movingTo: moving && instantInWords(moving.toString()),
    // another address each time: to one that differs by nothing but #clock a browser only scrolls
    lookAgainAt: `/demo?look=${Number(url.searchParams.get("look") ?? 0) + 1}#clock`,
    code: currentCode(realNow),
    isSignedIn: actor !== null,
  };
});

export default function Panel() {
  const { time, movingTo, lookAgainAt, code, isSignedIn } = useLoaderData<typeof loader>();
  return (
    <>
      {movingTo && <meta httpEquiv="refresh" content={`2; url=${lookAgainAt}`} />}
      <h1 className="nhsuk-heading-l">The demonstration</h1>
      <p className="nhsuk-body-l">
        Everything here works as it would for an association, with people who do not exist. No money
        moves and no mail leaves this machine.
      </p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>
          <a href="/demo/mail">Read the caught mail</a>
        </li>
        <li>
          <a href="/demo/stripe">See what the payment service’s stand-in holds</a>
        </li>
      </ul>

      <h2 className="nhsuk-heading-m">Be somebody</h2>
      <p>
        The buttons sign you in at once. At <a href="/sign-in">the sign-in page</a> everybody’s
        password is <code>{DEMONSTRATION_PASSWORD}</code>. Staff are asked for a six-digit code too:
        now it is <code>{code}</code>.
      </p>
      <ul className="portal-characters">
        {CHARACTERS.map(({ key, givenName, familyName, about }) => (
          <li key={key}>
            <form method="post" action="/demo/sign-in">
              <input type="hidden" name="character" value={key} />
              <Button kind="secondary">{`Be ${givenName} ${familyName}`}</Button>
            </form>
            <span>{about}</span>
          </li>
        ))}
      </ul>

      <h2 className="nhsuk-heading-m" id="clock">
        Move the clock
      </h2>
      {movingTo ? (
        <p role="status">
          It is {time}. Living through every day until {movingTo}…
        </p>
      ) : (
        <>
          <p>
            It is {time}. The clock only moves forward; renewals, reminders and lapses happen on the
            way. {isSignedIn && "Renewal means that of the person you are signed in as."}
          </p>
          <form method="post" action="/demo/clock" className="portal-button-row">
            {Object.entries(CLOCK_STEPS).map(([step, words]) => (
              <Button key={step} kind="secondary" name="step" value={step}>
                {words}
              </Button>
            ))}
          </form>
        </>
      )}
    </>
  );
}
