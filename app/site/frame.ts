import { may, PERMISSIONS, type Permission } from "~/accounts/policy";
import type { Actor } from "~/actor";
import { hasCover } from "~/membership/standing";
import { associationSettings } from "~/office/settings";
import type { World } from "~/world";

/** What stands around every page. */
export interface Frame {
  associationName: string;
  contactEmail: string;
  postalAddress: string;
  path: string;
  isDemonstration: boolean;
  person: { name: string; isMember: boolean; isRecordHolder: boolean; isStaff: boolean } | null;
  /** What the person may do in the office; empty for everybody else. */
  permissions: Permission[];
}

export async function frameOf(world: World, actor: Actor | null, url: URL): Promise<Frame> {
  const association = await associationSettings(world.db);
  return {
    associationName: association.name,
    contactEmail: association.contactEmail,
    postalAddress: association.postalAddress,
    path: url.pathname,
    isDemonstration: world.environment.mode === "demonstration",
    person: actor && {
      name: actor.givenName,
      isMember: hasCover(actor.standing),
      isRecordHolder: actor.memberNumber !== null,
      isStaff: actor.roles.size > 0,
    },
    permissions: actor ? PERMISSIONS.filter((permission) => may(actor.roles, permission)) : [],
  };
}
