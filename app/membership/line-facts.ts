import { Temporal } from "temporal-polyfill";
import { type CivilDate, civilDateOf, earlier } from "~/lib/civil-date";
import type { Trx } from "~/schema";
import type { SettledLine } from "~/settlements";
import { type Ledger, paidSpans, type Spell } from "./ledger";
import { ledgerOf } from "./ledger-of";
import { priceById } from "./queries/grades";
import { applicationToSettle, lastChosenPrice } from "./queries/lines";
import { membershipOfApplication, ownerOfMembership, provisionalTermOfLine } from "./queries/terms";
import { spellThatHolds } from "./standing";

export interface LineFacts {
  personId: string;
  ledger: Ledger;
  price: { id: string; gradeId: string; interval: "year" | "month" };
  /** The first day that the payment counts for, where nothing before it decides otherwise. */
  countsFrom: CivilDate;
  /** The spell that the line is about, if it has begun. */
  spell: Spell | undefined;
}

const END_OF_TIME = "9999-12-31";

/** What a line for an application is about. Throws where there is none: the line was made by this portal. */
export async function applicationLine(trx: Trx, line: SettledLine): Promise<LineFacts> {
  const application = await applicationToSettle(trx, line.subjectId);
  if (!application) throw new Error(`No application ${line.subjectId}`);
  const begun = await membershipOfApplication(trx, line.subjectId);
  const ledger = await ledgerOf(trx, application.personId);
  const spell = ledger.spells.find(({ id }) => id === begun?.id);
  const priceId = line.priceId ?? application.priceId;
  return facts(trx, line, { personId: application.personId, ledger, spell, priceId });
}

/** What a line for a membership is about: the newest spell of its owner, which may have begun since. */
export async function membershipLine(trx: Trx, line: SettledLine): Promise<LineFacts> {
  const owner = await ownerOfMembership(trx, line.subjectId);
  if (!owner) throw new Error(`No membership ${line.subjectId}`);
  const { personId } = owner;
  const ledger = await ledgerOf(trx, personId);
  const spell =
    spellThatHolds(ledger, END_OF_TIME) ?? ledger.spells.find(({ id }) => id === owner.id);
  const priceId = line.priceId ?? (await lastChosenPrice(trx, personId)) ?? null;
  return facts(trx, line, { personId, ledger, spell, priceId });
}

async function facts(
  trx: Trx,
  line: SettledLine,
  known: Pick<LineFacts, "personId" | "ledger" | "spell"> & { priceId: string | null },
): Promise<LineFacts> {
  const { priceId, ...rest } = known;
  const price = priceId === null ? undefined : await priceById(trx, priceId);
  if (!price) throw new Error(`The line ${line.lineId} names no price`);
  const debitBeganOn = line.debitBeganOn ?? (await providedFrom(trx, line.lineId));
  return { ...rest, price, countsFrom: debitBeganOn ?? line.paidOn };
}

/** The day from which a debit that is still under way has given cover. */
async function providedFrom(trx: Trx, lineId: string): Promise<CivilDate | undefined> {
  const provisional = await provisionalTermOfLine(trx, lineId);
  if (!provisional || provisional.endedOn !== null) return undefined;
  const createdOn = civilDateOf(Temporal.Instant.from(provisional.createdAt));
  return earlier(provisional.startsOn, createdOn);
}

/** Whether the money comes too late to buy anything: the membership was ended, or the person had died. */
export const isTooLate = ({ spell, ledger, countsFrom }: LineFacts): boolean =>
  Boolean(spell?.ending) || (ledger.diedOn !== null && ledger.diedOn < countsFrom);

/** The last day that a spell's paid or granted terms reach; undefined where nothing is left of them. */
export const paidUntil = (spell: Spell | undefined): CivilDate | undefined =>
  spell && paidSpans(spell).at(-1)?.until;
