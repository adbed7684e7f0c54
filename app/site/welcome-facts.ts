import type { CivilDate } from "~/lib/civil-date";
import type { Pence } from "~/lib/money";
import { pricesOn } from "~/membership/queries/grades";
import { associationSettings } from "~/office/settings";
import type { Db } from "~/schema";

export interface WelcomeFacts {
  associationName: string;
  /** The lowest price of a year's membership; null while there is none. */
  fromPence: Pence | null;
}

export async function welcomeFacts(db: Db, date: CivilDate): Promise<WelcomeFacts> {
  const { name } = await associationSettings(db);
  const yearly = (await pricesOn(db, date)).filter(({ interval }) => interval === "year");
  const fromPence = yearly.length > 0 ? Math.min(...yearly.map(({ pence }) => pence)) : null;
  return { associationName: name, fromPence };
}
