import type { Environment } from "~/environment";
import type { AssociationSettings } from "~/office/settings";
import type { Sender } from "./email";

/** Who every mail comes from. */
export const senderOf = (
  { name, contactEmail }: AssociationSettings,
  { portalUrl }: Environment,
): Sender => ({ associationName: name, contactEmail, portalUrl });
