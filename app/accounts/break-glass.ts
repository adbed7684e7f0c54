import { record } from "~/history/record";
import { civilDateOf } from "~/lib/civil-date";
import { err, ok, type Result } from "~/lib/result";
import { instantInWords } from "~/lib/words";
import { sendLater } from "~/mail/send-later";
import type { World } from "~/world";
import { emailKeyOf } from "./email-key";
import { issueLink } from "./one-time-links";
import { accountByEmailKey } from "./queries/people";
import { deleteSessionsOf } from "./queries/sessions";
import { holdersOf } from "./queries/staff";
import { deleteTwoFactor } from "./queries/two-factor";
import { forgetFailures } from "./sign-in-failures";

const LIFE_MINUTES = 60;

export interface BrokenGlass {
  /** Signs the administrator in, once; they then set up two-factor sign-in anew. */
  link: string;
  minutes: number;
}

/**
 * Lets a locked-out administrator in again, for somebody who holds the server: `node bin/portal.js break-glass EMAIL`.
 * Their second factor is reset, their devices are signed out, and every administrator is told.
 */
export async function breakGlass(
  world: World,
  email: string,
): Promise<Result<BrokenGlass, { reason: "noSuchAdministrator" }>> {
  const now = world.clock.now();
  const realNow = world.clock.real();
  const done = await world.db.transaction().execute(async (trx) => {
    const holder = await accountByEmailKey(trx, emailKeyOf(email));
    const administrators = await holdersOf(trx, "administrator", civilDateOf(now));
    if (!holder || !administrators.includes(holder.personId)) return null;
    const { personId } = holder;
    await deleteTwoFactor(trx, personId);
    await deleteSessionsOf(trx, personId);
    const link = { personId, purpose: "signIn", email: holder.email } as const;
    const { token } = await issueLink(trx, { ...link, lifeMinutes: LIFE_MINUTES }, realNow);
    const subject = { kind: "person", id: personId };
    const entry = { actorId: null, act: "accounts.breakGlassUsed", subject, personId };
    await record(trx, entry, now);
    const details = { email: holder.email, at: instantInWords(realNow.toString()) };
    for (const administrator of administrators)
      await sendLater(trx, "accounts.breakGlassUsed", { personId: administrator }, details, now);
    return { token, emailKey: holder.emailKey };
  });
  if (!done) return err({ reason: "noSuchAdministrator" });
  await forgetFailures(world.db, done.emailKey);
  const link = `${world.environment.portalUrl}/sign-in/link?token=${done.token}`;
  return ok({ link, minutes: LIFE_MINUTES });
}
