import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { SummaryList, WarningCallout } from "nhsuk-react-components";
import type { ReactNode } from "react";
import { notFound, page } from "~/access";
import { instantInWords } from "~/lib/words";
import { Button } from "~/ui/button";
import { Done } from "~/ui/done";
import { BackLink, Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { Pill } from "~/ui/pill";
import { emailNameInWords, STATE_TONES, STATE_WORDS } from "../mail-words";
import { mailById } from "../queries";
import { resendMail } from "../resend";

export const meta = pageMeta({ title: "A mail" });

export const loader = page.may("readMail")(async ({ db, params }) => {
  const found = await mailById(db, params.id ?? "");
  if (!found) throw notFound();
  const { details, sealedDetails, ...mail } = found;
  const isWiped = mail.isSecret && sealedDetails === null;
  return { mail, facts: mail.isSecret ? [] : factsIn(details), isWiped };
});

export const action = page.may("readMail")(async ({ db, params, actor, now }) => {
  const sent = await resendMail(db, params.id ?? "", actor.personId, now);
  if (sent.ok) return redirect(`/admin/mail/${sent.value}?done=sentAgain`);
  if (sent.error.reason === "notFound") throw notFound();
  return redirect(`/admin/mail/${params.id}?done=${sent.error.reason}`);
});

const DONE = {
  sentAgain: "The email is on its way again",
  stillWaiting: "This email is waiting to be sent already",
  secretGone: "This email cannot be sent again: its link or code is no longer kept",
};

export default function OutboxMail() {
  const { mail, facts, isWiped } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink href="/admin/mail">Mail</BackLink>
      <Heading caption="Mail">{emailNameInWords(mail.emailName)}</Heading>
      <Done words={DONE} />
      {mail.state === "failed" && (
        <WarningCallout>
          <WarningCallout.Heading>Not delivered</WarningCallout.Heading>
          <p>{mail.lastError}</p>
        </WarningCallout>
      )}
      <About mail={mail} />
      <h2 className="nhsuk-heading-m">What it tells</h2>
      {mail.isSecret ? (
        <p>This email held a link or a code. It is not kept once it has been sent.</p>
      ) : (
        <Facts facts={facts} />
      )}
      {mail.state !== "waiting" && !isWiped && (
        <form method="post">
          <Button kind="secondary">{`Send again to ${mail.toAddress}`}</Button>
        </form>
      )}
    </>
  );
}

type Mail = ReturnType<typeof useLoaderData<typeof loader>>["mail"];

const About = ({ mail }: { mail: Mail }) => (
  <SummaryList>
    <Fact label="State">
      <Pill tone={STATE_TONES[mail.state]}>{STATE_WORDS[mail.state]}</Pill>
    </Fact>
    <Fact label="To">
      {mail.personId ? (
        <a href={`/admin/members/${mail.personId}`}>{mail.toAddress}</a>
      ) : (
        mail.toAddress
      )}
    </Fact>
    <Fact label="Written">{instantInWords(mail.createdAt)}</Fact>
    <Fact label="Sent">{mail.sentAt ? instantInWords(mail.sentAt) : "Not yet"}</Fact>
    <Fact label="Attempts">{String(mail.attempts)}</Fact>
    {mail.state === "waiting" && mail.lastError && (
      <Fact label="Last problem">{mail.lastError}</Fact>
    )}
  </SummaryList>
);

const Facts = ({ facts }: { facts: [string, string][] }) =>
  facts.length === 0 ? (
    <p>Nothing but its text.</p>
  ) : (
    <SummaryList>
      {facts.map(([name, value]) => (
        <Fact key={name} label={name}>
          {value}
        </Fact>
      ))}
    </SummaryList>
  );

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <SummaryList.Row>
    <SummaryList.Key>{label}</SummaryList.Key>
    <SummaryList.Value>{children}</SummaryList.Value>
  </SummaryList.Row>
);

/** The details that the text is made of, name by name. */
function factsIn(details: string): [string, string][] {
  const read: Record<string, unknown> = JSON.parse(details);
  return Object.entries(read).map(([name, value]) => [
    name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`),
    typeof value === "string" ? value : JSON.stringify(value),
  ]);
}
