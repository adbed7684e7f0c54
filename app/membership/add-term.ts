import type { Temporal } from "temporal-polyfill";
import { newId } from "~/lib/id";
import type { Trx } from "~/schema";
import type { SettledLine } from "~/settlements";
import { rewriteCover } from "./cover-of-person";
import type { LineFacts } from "./line-facts";
import { insertTerm, replaceProvisionalTerm } from "./queries/terms";
import type { DateRange } from "./term-dates";

/** Turns a settled line into its term: paid cover takes the place of the provisional from that one's first day. */
export async function addTermOfLine(
  trx: Trx,
  line: SettledLine,
  given: { about: LineFacts; membershipId: string; term: DateRange },
  now: Temporal.Instant,
): Promise<void> {
  const { about, membershipId, term } = given;
  await insertTerm(trx, {
    id: newId(),
    membershipId,
    gradeId: about.price.gradeId,
    startsOn: term.startsOn,
    endsOn: term.endsOn,
    source: "invoiceLine",
    sourceId: line.lineId,
    createdAt: now.toString(),
  });
  await replaceProvisionalTerm(trx, line.lineId, term.startsOn);
  await rewriteCover(trx, about.personId);
}
