import { putTwoFactor } from "~/accounts/queries/two-factor";
import { addDays, type CivilDate } from "~/lib/civil-date";
import { newId } from "~/lib/id";
import type { World } from "~/world";
import { CHARACTERS } from "../characters";
import { DEMONSTRATION_SECRET } from "../demonstration-code";
import { insertStaffRole } from "../queries";
import { addPerson } from "./people";

const OFFICE = {
  place: { nation: "England", region: "North West", area: "Ashbarrow" },
  employer: { name: "The association's office", kind: "charity" },
  jobTitle: "Office of the association",
};

/** The people of the office with their roles and second factors; answers their ids by key. */
export async function addStaff(world: World, since: CivilDate, passwordHash: string) {
  const ids = new Map<string, string>();
  const sealedSecret = world.seal.close(DEMONSTRATION_SECRET);
  await world.db.transaction().execute(async (trx) => {
    for (const { key, givenName, familyName, email, roles } of CHARACTERS) {
      if (roles.length === 0) continue;
      const identity = { ...OFFICE, givenName, familyName, email };
      const personId = await addPerson(trx, identity, { since, passwordHash });
      const fromOn = addDays(since, 1);
      for (const role of roles)
        await insertStaffRole(trx, { id: newId(), personId, role, fromOn, toOn: null, by: null });
      const confirmedAt = `${since}T12:00:00Z`;
      await putTwoFactor(trx, { personId, sealedSecret, confirmedAt, lastCounter: 0 });
      ids.set(key, personId);
    }
  });
  return ids;
}
