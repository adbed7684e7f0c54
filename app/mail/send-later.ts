import type { Temporal } from "temporal-polyfill";
import type { DetailsOf, EmailName } from "~/emails";
import { enqueue } from "~/jobs/enqueue";
import { newId } from "~/lib/id";
import type { Seal } from "~/lib/seal";
import type { Trx } from "~/schema";
import { insertMail, personToWriteTo, SEALED } from "./queries";

/** A person at the address on record, or an address that is not (yet) one. */
export type Recipient = { personId: string; email?: string } | { email: string };

/** Puts a service mail into the outbox, in the transaction of the act that it tells of. */
export async function sendLater<Name extends EmailName>(
  trx: Trx,
  name: Name,
  recipient: Recipient,
  details: DetailsOf<Name>,
  now: Temporal.Instant,
): Promise<void> {
  await queueMail(
    trx,
    name,
    recipient,
    { details: JSON.stringify(details), sealedDetails: null },
    now,
  );
}

/** The same for a mail with a link or a code in it: what stands in the outbox is sealed, and wiped once sent. */
export async function sendSecretLater<Name extends EmailName>(
  trx: Trx,
  seal: Seal,
  name: Name,
  recipient: Recipient,
  details: DetailsOf<Name>,
  now: Temporal.Instant,
): Promise<void> {
  const sealedDetails = seal.close(JSON.stringify(details));
  await queueMail(trx, name, recipient, { details: SEALED, sealedDetails }, now);
}

async function queueMail(
  trx: Trx,
  emailName: EmailName,
  recipient: Recipient,
  content: { details: string; sealedDetails: string | null },
  now: Temporal.Instant,
): Promise<void> {
  const personId = "personId" in recipient ? recipient.personId : null;
  const toAddress = await addressOf(trx, recipient);
  if (!toAddress) return;
  const id = newId();
  await insertMail(trx, {
    id,
    emailName,
    kind: "service",
    personId,
    toAddress,
    ...content,
    state: "waiting",
    lastError: null,
    createdAt: now.toString(),
    sentAt: null,
  });
  await enqueue(trx, "mail.send", { mailId: id }, now);
}

/** Nobody writes to the dead, nor to the erased at an address that is no longer known. */
async function addressOf(trx: Trx, recipient: Recipient): Promise<string | undefined> {
  if (!("personId" in recipient)) return recipient.email;
  const person = await personToWriteTo(trx, recipient.personId);
  if (!person) return undefined;
  return recipient.email ?? (person.erasedAt === null ? person.email : undefined);
}
