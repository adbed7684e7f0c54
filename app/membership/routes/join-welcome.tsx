import { data, type HeadersFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { page } from "~/access";
import { type CheckoutOutcome, checkoutOutcome } from "~/billing/outcome";
import { civilDateOf } from "~/lib/civil-date";
import { pageMeta } from "~/ui/meta";
import { newestApplication } from "../applications/application";
import { Checking, Member, Provisional } from "../joining/welcome-cards";
import { memberNumberInWords } from "../member-number";
import { personStanding } from "../person-standing";

export const meta = pageMeta({ title: "Your payment" });

/** The page looks again by itself a few times, then leaves it to the reader. */
const MOST_LOOKS = 6;
const SECONDS = 5;

export const loader = page.signedIn(async ({ db, world, actor, now, url }) => {
  const application = await newestApplication(db, actor.personId);
  if (!application) throw redirect("/join");
  const subject = { kind: "application" as const, id: application.row.id };
  const asked = await checkoutOutcome(world, subject, now);
  const outcome = isTaken(asked) || !application.isDebitUnderWay ? asked : "debitUnderWay";
  if (outcome === "checking") {
    const look = Number(url.searchParams.get("look") ?? 1);
    const refresh = { Refresh: `${SECONDS}; url=/join/welcome?look=${look + 1}` };
    return data({ outcome }, { headers: look < MOST_LOOKS ? refresh : {} });
  }
  if (!isTaken(outcome)) throw redirect(application.hasBegun ? "/membership" : "/join/pay");
  const { memberNumber, cover } = await personStanding(db, actor.personId, civilDateOf(now));
  return data({
    outcome,
    givenName: actor.givenName,
    number: memberNumber === null ? null : await memberNumberInWords(db, memberNumber),
    until: (outcome === "paid" ? cover?.coveredUntil : cover?.provisionalUntil) ?? null,
  });
});

const isTaken = (outcome: CheckoutOutcome) => outcome === "paid" || outcome === "debitUnderWay";

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export default function Welcome() {
  const shown = useLoaderData<typeof loader>();
  if (shown.outcome === "checking") return <Checking />;
  return shown.outcome === "paid" ? <Member {...shown} /> : <Provisional {...shown} />;
}
