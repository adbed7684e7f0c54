import type { Temporal } from "temporal-polyfill";
import { errorInWords } from "~/lib/error-words";
import { associationSettings } from "~/office/settings";
import type { World } from "~/world";
import { giveUpMail } from "./give-up";
import { mailToSend, markMailSent, noteMailAttempt } from "./queries";
import { renderEmail } from "./render";
import { senderOf } from "./sender";

/** Fewer than a job has: 10 seconds, 20 seconds … six hours between them, for about thirty hours. */
const MOST_ATTEMPTS = 16;

/** Renders one mail of the outbox and hands it over. A mail that was sent is not sent again. */
export async function sendMail(
  world: World,
  { mailId }: { mailId: string },
  now: Temporal.Instant,
): Promise<void> {
  const mail = await mailToSend(world.db, mailId);
  if (!mail) return;
  try {
    await handOver(world, mail);
  } catch (error) {
    const words = errorInWords(error);
    const isLast = mail.attempts + 1 >= MOST_ATTEMPTS || isRefusedForGood(error);
    if (isLast) return giveUpMail(world.db, mail, words, now);
    await noteMailAttempt(world.db, mail.id, words);
    throw new Error(`${mail.emailName} was not taken: ${words}`, { cause: error });
  }
  await markMailSent(world.db, mail.id, now.toString());
}

type WaitingMail = NonNullable<Awaited<ReturnType<typeof mailToSend>>>;

async function handOver(world: World, mail: WaitingMail): Promise<void> {
  const settings = await associationSettings(world.db);
  const sealed = mail.sealedDetails;
  const details = JSON.parse(sealed === null ? mail.details : world.seal.open(sealed));
  await world.transport.send({
    id: mail.id,
    from: { name: settings.name, address: world.environment.mailFrom },
    to: mail.toAddress,
    ...(await renderEmail(mail.emailName, details, senderOf(settings, world.environment))),
  });
}

/** A mail server's 5xx is its last word: the address does not exist, or will not have our mail. */
const isRefusedForGood = (error: unknown): boolean =>
  error instanceof Error &&
  "responseCode" in error &&
  typeof error.responseCode === "number" &&
  error.responseCode >= 500;
