import type { Temporal } from "temporal-polyfill";
import { record } from "~/history/record";
import { associationSettings } from "~/office/settings";
import type { Db } from "~/schema";
import { markMailFailed } from "./queries";
import { sendLater } from "./send-later";

interface Undelivered {
  id: string;
  emailName: string;
  personId: string | null;
  createdAt: string;
}

/** No further attempt is made: the office is told, and may send the mail again from its page. */
export async function giveUpMail(
  db: Db,
  mail: Undelivered,
  reason: string,
  now: Temporal.Instant,
): Promise<void> {
  const { contactEmail } = await associationSettings(db);
  await db.transaction().execute(async (trx) => {
    await markMailFailed(trx, mail.id, reason);
    const subject = { kind: "mail", id: mail.id };
    const entry = { actorId: null, act: "mail.notDelivered", subject, personId: mail.personId };
    await record(trx, { ...entry, reason }, now);
    if (mail.emailName === "mail.notDelivered") return; // or the notice would tell of itself for ever
    const details = {
      mailId: mail.id,
      emailName: mail.emailName,
      writtenAt: mail.createdAt,
      reason,
    };
    await sendLater(trx, "mail.notDelivered", { email: contactEmail }, details, now);
  });
}
