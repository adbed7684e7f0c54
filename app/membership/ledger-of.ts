import type { Db } from "~/schema";
import type { Ledger, Spell } from "./ledger";
import { ledgerRows } from "./queries/ledger";

type Rows = Awaited<ReturnType<typeof ledgerRows>>;

/** All that decides one person's standing, read from the rows themselves and not from the derived one. */
export async function ledgerOf(db: Db, personId: string): Promise<Ledger> {
  const ledger = (await ledgersOf(db, [personId])).get(personId);
  return ledger ?? { diedOn: null, spells: [], hasOpenApplication: false };
}

/** The ledgers of several people, in as many queries as that of one. */
export async function ledgersOf(db: Db, personIds: string[]): Promise<Map<string, Ledger>> {
  const rows = await ledgerRows(db, personIds);
  return new Map(
    rows.people.map((person) => [
      person.id,
      {
        diedOn: person.diedOn,
        hasOpenApplication: Boolean(person.hasOpenApplication),
        spells: rows.spells
          .filter(({ personId }) => personId === person.id)
          .map((spell) => spellFrom(spell, rows)),
      },
    ]),
  );
}

function spellFrom(row: Rows["spells"][number], rows: Rows): Spell {
  const isOfSpell = ({ membershipId }: { membershipId: string }) => membershipId === row.id;
  return {
    id: row.id,
    beganOn: row.beganOn,
    yearStarts: row.yearStarts,
    ending: row.endingKind && row.endedOn ? { kind: row.endingKind, on: row.endedOn } : null,
    suspensions: rows.suspensions
      .filter(isOfSpell)
      .map(({ fromOn, toOn }) => ({ from: fromOn, to: toOn })),
    terms: rows.terms.filter(isOfSpell).map((term) => ({
      ...term,
      corrections: rows.corrections.filter(({ termId }) => termId === term.id),
    })),
    provisionalTerms: rows.provisionalTerms.filter(isOfSpell),
  };
}
