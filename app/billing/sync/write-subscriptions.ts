import { renewedSubject } from "~/settlements";
import type { StripeSubscription } from "../gateway";
import { insertSubscription, subscriptionsOf, updateSubscription } from "../queries/mirror";
import type { SyncRun } from "./sync-payer";

/** Mirrors the subscriptions that began with a checkout of ours; standing is never read from them. */
export async function writeSubscriptions({ trx, payerId, truth, now, differed }: SyncRun) {
  const known = new Map((await subscriptionsOf(trx, payerId)).map((row) => [row.stripeId, row]));
  for (const subscription of truth.subscriptions) {
    const { reference } = subscription;
    const before = known.get(subscription.id);
    const mirror = mirrorOf(subscription);
    if (before && !isDifferent(before, mirror)) continue;
    if (before) await updateSubscription(trx, before.stripeId, mirror);
    else if (reference)
      await insertSubscription(trx, {
        ...mirror,
        stripeId: subscription.id,
        payerId,
        subjectKind: reference.subjectKind,
        subjectId: reference.subjectId,
        priceId: reference.priceId,
        syncedAt: now.toString(),
      });
    if (before || reference) differed(`A subscription is ${subscription.status}`);
  }
}

const mirrorOf = (subscription: StripeSubscription) => ({
  quantity: subscription.quantity,
  status: subscription.status,
  isCancelledAtPeriodEnd: Number(subscription.isCancelledAtPeriodEnd),
  currentPeriodEnd: subscription.currentPeriodEnd,
  paymentMethod: subscription.paymentMethod,
});

const isDifferent = <Row extends object>(before: Row, after: Partial<Row>): boolean =>
  (Object.keys(after) as (keyof Row)[]).some((name) => before[name] !== after[name]);

/** A subscription that began with an application pays for the membership as soon as there is one. */
export async function followRenewals({ trx, payerId, now }: SyncRun) {
  for (const { stripeId, subjectKind, subjectId } of await subscriptionsOf(trx, payerId)) {
    const subject = await renewedSubject[subjectKind](trx, subjectId);
    if (!subject || (subject.kind === subjectKind && subject.id === subjectId)) continue;
    await updateSubscription(trx, stripeId, {
      subjectKind: subject.kind,
      subjectId: subject.id,
      syncedAt: now.toString(),
    });
  }
}
