import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { page } from "~/access";
import { parseGuarded } from "~/guard/form";
import { Done } from "~/ui/done";
import { refuse } from "~/ui/form/refuse";
import { Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { AccountLinks } from "../account-links";
import { changeContactDetails, contactDetailsOf } from "../contact-details";
import { ContactForm } from "../contact-form";
import { CONTACT_GUARD, contactSchema } from "../contact-schema";
import { addressesOnRecord } from "../queries/people";

export const meta = pageMeta({ title: "Your account" });

export const loader = page.signedIn(async ({ db, actor }) => {
  const { email, backupEmail, backupEmailConfirmedAt } = await addressesOnRecord(
    db,
    actor.personId,
  );
  return {
    details: await contactDetailsOf(db, actor.personId),
    addresses: { email, backupEmail, isBackupConfirmed: backupEmailConfirmedAt !== null },
  };
});

export const action = page.signedIn(async ({ db, actor, form, now }) => {
  const submission = parseGuarded(await form(), { schema: contactSchema, guard: CONTACT_GUARD });
  if (submission.status !== "success") return refuse(submission);
  await changeContactDetails(db, actor.personId, submission.value, now);
  return redirect("/account?done=saved");
});

const DONE = {
  saved: "Your details are saved",
  emailChangeAsked: "Open the link that we have sent to the new address to make the change",
  backupSaved: "Open the link that we have sent to your backup address to confirm it",
  backupRemoved: "Your backup address is removed",
};

export default function Account() {
  const { details, addresses } = useLoaderData<typeof loader>();
  return (
    <div className="portal-measure">
      <Heading>Your account</Heading>
      <Done words={DONE} />
      <AccountLinks addresses={addresses} />
      <h2 className="nhsuk-heading-m">Your details</h2>
      <ContactForm details={details} />
    </div>
  );
}
