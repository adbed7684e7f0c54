import type { Temporal } from "temporal-polyfill";
import { record } from "~/history/record";
import { enqueue } from "~/jobs/enqueue";
import { addDays, type CivilDate, civilDateOf, type Interval } from "~/lib/civil-date";
import { formatPence, type Pence } from "~/lib/money";
import { err, ok, type Result } from "~/lib/result";
import type { VatTreatment } from "~/lib/vat";
import type { Db } from "~/schema";
import {
  endPricesBefore,
  gradeById,
  insertPrice,
  nextPriceFrom,
  priceById,
  setPriceEnd,
} from "./queries/grades";

export interface PriceDraft {
  /** Made with the form, so that sending it twice makes one price. */
  id: string;
  gradeId: string;
  interval: Interval;
  /** What the payer pays, VAT included where there is any. */
  pence: Pence;
  vatTreatment: VatTreatment;
  fromOn: CivilDate;
}

export type PriceRefusal = { reason: "gradeUnknown" | "inPast" | "belowLeast" };

/** Stripe charges nothing below 30p. */
export const LEAST_PENCE: Pence = 30;

/** Sets what a grade costs from a day on, and ends the price before it. Prices are never changed or deleted: people pay them. */
export function setPrice(
  db: Db,
  by: string,
  draft: PriceDraft,
  now: Temporal.Instant,
): Promise<Result<null, PriceRefusal>> {
  const { gradeId, interval, pence, fromOn } = draft;
  return db.transaction().execute(async (trx) => {
    if (await priceById(trx, draft.id)) return ok(null);
    if (!(await gradeById(trx, gradeId))) return err({ reason: "gradeUnknown" });
    if (fromOn < civilDateOf(now)) return err({ reason: "inPast" });
    if (pence < LEAST_PENCE) return err({ reason: "belowLeast" });
    const next = await nextPriceFrom(trx, { gradeId, interval, fromOn });
    await endPricesBefore(trx, { gradeId, interval, fromOn, lastDay: addDays(fromOn, -1) });
    await insertPrice(trx, { ...draft, toOn: next ? addDays(next, -1) : null });
    const entry = {
      actorId: by,
      act: "membership.priceSet",
      subject: { kind: "grade", id: gradeId },
      changes: {
        [interval]: { after: `${formatPence(pence)} from ${fromOn}, VAT ${draft.vatTreatment}` },
      },
    };
    await record(trx, entry, now);
    await enqueue(trx, "membership.syncPrices", null, now, { uniqueKey: "membership.syncPrices" });
    return ok(null);
  });
}

/** Stops offering a price after today; a price still to come is never offered. */
export function endPrice(
  db: Db,
  by: string,
  { gradeId, priceId }: { gradeId: string; priceId: string },
  now: Temporal.Instant,
): Promise<Result<null, { reason: "notFound" }>> {
  const today = civilDateOf(now);
  return db.transaction().execute(async (trx) => {
    const price = await priceById(trx, priceId);
    if (price?.gradeId !== gradeId) return err({ reason: "notFound" });
    if (price.toOn !== null && price.toOn <= today) return ok(null);
    const toOn = price.fromOn > today ? addDays(price.fromOn, -1) : today;
    await setPriceEnd(trx, priceId, toOn);
    const changes = { [price.interval]: { before: price.toOn, after: toOn } };
    const subject = { kind: "grade", id: gradeId };
    await record(trx, { actorId: by, act: "membership.priceEnded", subject, changes }, now);
    return ok(null);
  });
}
