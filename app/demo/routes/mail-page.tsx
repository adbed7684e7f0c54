import { useLoaderData } from "@remix-run/react";
import { notFound, page } from "~/access";
import { instantInWords } from "~/lib/words";
import { MailFrame } from "~/mail/mail-frame";
import { caughtMail } from "~/mail/queries";
import { BackLink, Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { demonstrationOf } from "../only-here";

export const meta = pageMeta({ title: "A caught mail" });

export const loader = page.public(async ({ world, db, params }) => {
  demonstrationOf(world);
  const found = await caughtMail(db, params.id ?? "");
  if (!found) throw notFound();
  const { html: _shownInItsFrame, ...mail } = found;
  return mail;
});

export default function CaughtMailPage() {
  const { id, toAddress, subject, text, caughtAt } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink href="/demo/mail">Caught mail</BackLink>
      <Heading>A caught mail</Heading>
      <p>
        {"To "}
        <a href={`/demo/mail?address=${encodeURIComponent(toAddress)}`}>{toAddress}</a>
        {`, ${instantInWords(caughtAt)}`}
      </p>
      <MailFrame subject={subject} address={`/demo/mail/${id}/html`} text={text} />
    </>
  );
}
