import { notFound, page } from "~/access";
import { associationSettings } from "~/office/settings";
import { sampleMail } from "../every-mail";
import { mailResponse } from "../mail-response";
import { senderOf } from "../sender";

/** A sample on its own, for the frame that shows it. */
export const loader = page.may("readMail")(async ({ db, world, params }) => {
  const sender = senderOf(await associationSettings(db), world.environment);
  const sample = await sampleMail(params.name ?? "", sender);
  if (!sample) throw notFound();
  return mailResponse(sample.html);
});
