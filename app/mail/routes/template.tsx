import { useLoaderData } from "@remix-run/react";
import { notFound, page } from "~/access";
import { associationSettings } from "~/office/settings";
import { BackLink, Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { sampleMail } from "../every-mail";
import { MailFrame } from "../mail-frame";
import { senderOf } from "../sender";

export const meta = pageMeta({ title: "A mail's sample" });

export const loader = page.may("readMail")(async ({ db, world, params }) => {
  const sender = senderOf(await associationSettings(db), world.environment);
  const sample = await sampleMail(params.name ?? "", sender);
  if (!sample) throw notFound();
  const { html: _shownInItsFrame, ...mail } = sample;
  return { ...mail, address: `/admin/mail/templates/${params.name}/sample` };
});

export default function Template() {
  const { words, when, subject, text, address } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink href="/admin/mail/templates">Every mail there is</BackLink>
      <Heading caption="Mail">{words}</Heading>
      <p>{when}.</p>
      <MailFrame subject={subject} address={address} text={text} />
    </>
  );
}
