import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { page, type Visit } from "~/access";
import { wordingInForce } from "~/accounts/wordings";
import type { Actor } from "~/actor";
import { openCheckout } from "~/billing/checkout";
import { type CheckoutOutcome, checkoutOutcome } from "~/billing/outcome";
import { addDays, civilDateOf } from "~/lib/civil-date";
import { formatPence } from "~/lib/money";
import { dateInWords } from "~/lib/words";
import { associationSettings } from "~/office/settings";
import { Button } from "~/ui/button";
import { BackLink, Heading } from "~/ui/heading";
import { htmlOfMarkdown } from "~/ui/markdown";
import { pageMeta } from "~/ui/meta";
import { Prose } from "~/ui/prose";
import { newestApplication } from "../applications/application";
import { ChargeFacts } from "../joining/charge-facts";
import { PayNotice, type PayProblem } from "../joining/pay-notice";
import { priceToSell } from "../price-to-sell";
import { gradeById, priceById } from "../queries/grades";

export const meta = pageMeta({ title: "Pay for your membership" });

/** The approved application with its price, or the way to where the applicant belongs instead. */
async function toPayFor({ db, actor }: Visit<Actor>) {
  const application = await newestApplication(db, actor.personId);
  if (application?.state !== "approved") throw redirect("/join");
  const { row, hasBegun, isDebitUnderWay } = application;
  if (hasBegun || isDebitUnderWay) throw redirect("/join/welcome");
  const price = row.priceId ? await priceById(db, row.priceId) : undefined;
  const grade = row.gradeId ? await gradeById(db, row.gradeId) : undefined;
  if (!price || !grade) throw redirect("/join");
  return { row, price, grade, subject: { kind: "application" as const, id: row.id } };
}

export const loader = page.signedIn(async (visit) => {
  const { db, world, now, url } = visit;
  const { row, price, grade, subject } = await toPayFor(visit);
  const outcome = await checkoutOutcome(world, subject, now);
  if (isTaken(outcome)) throw redirect("/join/welcome");
  const today = civilDateOf(now);
  const keyFacts = await wordingInForce(db, "keyFacts", today);
  return {
    price,
    gradeName: grade.name,
    payBy: row.expiresOn,
    dates: { today, lastDayToCancel: addDays(today, 14) },
    keyFactsHtml: htmlOfMarkdown(keyFacts.text, "association"),
    email: (await associationSettings(db)).contactEmail,
    problem: problemOf(outcome, url.searchParams),
  };
});

const isTaken = (outcome: CheckoutOutcome) => outcome === "paid" || outcome === "debitUnderWay";

function problemOf(outcome: CheckoutOutcome, search: URLSearchParams): PayProblem | null {
  if (search.has("unavailable")) return "unavailable";
  if (outcome === "failed") return "failed";
  if (outcome === "refunded") return "refunded";
  return search.has("left") ? "left" : null;
}

export const action = page.signedIn(async (visit) => {
  const { actor, world, now } = visit;
  const { price, grade, subject } = await toPayFor(visit);
  const opened = await openCheckout(
    world,
    {
      subject,
      personId: actor.personId,
      price: priceToSell(price, grade.name),
      returnTo: "/join/welcome",
      cancelTo: "/join/pay?left=yes",
    },
    now,
  );
  if (opened.ok) return redirect(opened.value.url, 303);
  return redirect(
    opened.error.reason === "alreadyPaid" ? "/join/welcome" : "/join/pay?unavailable=yes",
    303,
  );
});

export default function Pay() {
  const { price, gradeName, payBy, dates, keyFactsHtml, email, problem } =
    useLoaderData<typeof loader>();
  return (
    <div className="portal-measure">
      <BackLink href="/join">Back</BackLink>
      <Heading caption="Your application is approved">Pay for your membership</Heading>
      {problem && <PayNotice problem={problem} email={email} />}
      <p className="portal-lede">
        {"You pay today: "}
        <strong>{formatPence(price.pence)}</strong>
      </p>
      <ChargeFacts gradeName={gradeName} price={price} dates={dates} />
      <form method="post">
        <Button>{`Pay ${formatPence(price.pence)} now`}</Button>
      </form>
      <p>
        {`You pay on the page of Stripe, our payment company, by card or Direct Debit. We never see your card or bank details. Please pay by ${dateInWords(payBy)}.`}
      </p>
      <h2 className="nhsuk-heading-m">Key facts</h2>
      <Prose html={keyFactsHtml} />
      <h2 className="nhsuk-heading-m">Does your employer want to pay?</h2>
      <p>
        Do not pay yet: write to <a href={`mailto:${email}`}>{email}</a>, and we will send your
        employer an invoice.
      </p>
    </div>
  );
}
