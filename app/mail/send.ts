import type { Temporal } from "temporal-polyfill";
import { associationSettings } from "~/office/settings";
import type { World } from "~/world";
import { mailToSend, markMailFailed, markMailSent } from "./queries";
import { renderEmail } from "./render";

/** Renders one mail of the outbox and hands it over. A mail that was sent is not sent again. */
export async function sendMail(
  world: World,
  { mailId }: { mailId: string },
  now: Temporal.Instant,
): Promise<void> {
  const mail = await mailToSend(world.db, mailId);
  if (!mail) return;
  const settings = await associationSettings(world.db);
  const { mailFrom, portalUrl } = world.environment;
  const sender = { associationName: settings.name, contactEmail: settings.contactEmail, portalUrl };
  const details = JSON.parse(
    mail.sealedDetails === null ? mail.details : world.seal.open(mail.sealedDetails),
  );
  try {
    const rendered = await renderEmail(mail.emailName, details, sender);
    await world.transport.send({
      id: mail.id,
      from: `"${settings.name.replace(/["\\\r\n]/g, "")}" <${mailFrom}>`,
      to: mail.toAddress,
      ...rendered,
    });
  } catch (error) {
    await markMailFailed(world.db, mail.id, error instanceof Error ? error.message : String(error));
    throw error;
  }
  await markMailSent(world.db, mail.id, now.toString());
}
