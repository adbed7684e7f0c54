import type { ErrorResponse } from "@remix-run/router";
import { useRequestFacts } from "~/request-facts";

/** What happened, what was saved, what to do, and a reference that is in the log. */
export function ErrorPage({ refusal }: { refusal: ErrorResponse | undefined }) {
  const { reference } = useRequestFacts();
  if (refusal?.status === 404) return <h1>Page not found</h1>;
  return (
    <>
      <h1>Something went wrong</h1>
      <p>Reference: {reference}</p>
    </>
  );
}
