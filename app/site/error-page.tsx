import { useRouteLoaderData } from "@remix-run/react";
import type { ErrorResponse } from "@remix-run/router";
import type { SignInNeeded } from "~/access";
import { SignInToFinish } from "~/accounts/sign-in-to-finish";
import { useRequestFacts } from "~/request-facts";
import type { Frame } from "./frame";
import { Refused } from "./refused";

/** What happened, what was saved, what to do, and a reference that is in the log. */
export function ErrorPage({ refusal }: { refusal: ErrorResponse | undefined }) {
  const needed = signInNeeded(refusal);
  if (needed) return <SignInToFinish needed={needed} />;
  if (refusal && refusal.status < 500) return <Refused status={refusal.status} />;
  return <Failed />;
}

const signInNeeded = (refusal: ErrorResponse | undefined): SignInNeeded | undefined =>
  refusal?.status === 401 && refusal.data?.kind === "signInNeeded" ? refusal.data : undefined;

function Failed() {
  const { reference } = useRequestFacts();
  const email = useRouteLoaderData<Frame>("root")?.contactEmail;
  return (
    <div className="portal-measure">
      <h1 className="nhsuk-heading-l">Sorry, something went wrong</h1>
      <p>The fault is ours, not yours. It has been written down so that it can be mended.</p>
      <p>
        What you had saved before is safe. What you sent just now may not have been saved: go back,
        look, and send it again if it is missing. A payment is never taken twice for the same thing.
      </p>
      <p>
        If it happens again, {email ? <a href={`mailto:${email}`}>tell us</a> : "tell us"} and give
        this reference: <strong>{reference}</strong>
      </p>
      <p>
        <a href="/">Go to the first page</a>
      </p>
    </div>
  );
}
