import type { Temporal } from "temporal-polyfill";
import { record } from "~/history/record";
import { enqueue } from "~/jobs/enqueue";
import { newId } from "~/lib/id";
import { err, ok, type Result } from "~/lib/result";
import type { Db, Trx } from "~/schema";
import { insertMail, mailById, markMailWaiting } from "./queries";

export type NotSentAgain =
  | { reason: "notFound" }
  /** It is in the queue already. */
  | { reason: "stillWaiting" }
  /** Its link or code was wiped when it went out: the person asks for a new one. */
  | { reason: "secretGone" };

type Mail = NonNullable<Awaited<ReturnType<typeof mailById>>>;

/** Sends a mail of the outbox once more, to the same address; returns the id of the mail that now waits. */
export function resendMail(
  db: Db,
  mailId: string,
  by: string,
  now: Temporal.Instant,
): Promise<Result<string, NotSentAgain>> {
  return db.transaction().execute(async (trx) => {
    const mail = await mailById(trx, mailId);
    if (!mail) return err({ reason: "notFound" });
    if (mail.state === "waiting") return err({ reason: "stillWaiting" });
    if (mail.isSecret && mail.sealedDetails === null) return err({ reason: "secretGone" });
    const id = mail.state === "failed" ? await wait(trx, mail.id) : await copy(trx, mail, now);
    await enqueue(trx, "mail.send", { mailId: id }, now);
    const subject = { kind: "mail", id };
    const entry = { actorId: by, act: "mail.sentAgain", subject, personId: mail.personId };
    await record(trx, entry, now);
    return ok(id);
  });
}

async function wait(trx: Trx, id: string): Promise<string> {
  await markMailWaiting(trx, id);
  return id;
}

/** What was delivered stays as it was: another copy, with an id of its own, is delivered anew. */
async function copy(trx: Trx, mail: Mail, now: Temporal.Instant): Promise<string> {
  const { emailName, kind, personId, toAddress, details } = mail;
  const id = newId();
  await insertMail(trx, {
    ...{ id, emailName, kind, personId, toAddress, details },
    sealedDetails: null,
    state: "waiting",
    lastError: null,
    createdAt: now.toString(),
    sentAt: null,
  });
  return id;
}
