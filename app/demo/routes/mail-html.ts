import { notFound, page } from "~/access";
import { mailResponse } from "~/mail/mail-response";
import { caughtMail } from "~/mail/queries";
import { demonstrationOf } from "../only-here";

/** A caught mail on its own, for the frame that shows it. */
export const loader = page.public(async ({ world, db, params }) => {
  demonstrationOf(world);
  const mail = await caughtMail(db, params.id ?? "");
  if (!mail) throw notFound();
  return mailResponse(mail.html);
});
