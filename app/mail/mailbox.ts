import type { Clock } from "~/lib/clock";
import type { Db } from "~/schema";
import { insertCaughtMail } from "./queries";
import type { Transport } from "./transport";

/** The demonstration's way out: mail is caught and can be read at /demo/mail. */
export function mailbox(db: Db, clock: Clock): Transport {
  return {
    async send({ id, to, subject, html, text }) {
      await insertCaughtMail(db, {
        id,
        toAddress: to,
        subject,
        html,
        text,
        caughtAt: clock.now().toString(),
      });
    },
    verify: async () => true,
  };
}
