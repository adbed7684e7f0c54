import { toString as drawCode } from "qrcode";
import { z } from "zod";
import type { Actor } from "~/actor";
import { associationSettings } from "~/office/settings";
import type { World } from "~/world";
import { addressOfSecret, newSecret } from "./one-time-password";

const setupSchema = z.object({ personId: z.string(), secret: z.string() });

/** What the set-up page shows. Nothing is stored before a code proves that the app has the secret. */
export interface TwoFactorSetup {
  /** Goes back with the form: the secret, sealed for this person. */
  sealed: string;
  /** A picture as a data address. */
  picture: string;
  /** In groups of four, to be typed. */
  secret: string;
}

export async function setupOf(
  world: World,
  { personId, email }: Pick<Actor, "personId" | "email">,
  secret = newSecret(),
): Promise<TwoFactorSetup> {
  const { name } = await associationSettings(world.db);
  const svg = await drawCode(addressOfSecret(secret, name, email), { type: "svg", margin: 2 });
  return {
    sealed: world.seal.close(JSON.stringify({ personId, secret })),
    picture: `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`,
    secret: secret.replace(/(.{4})(?=.)/g, "$1 "),
  };
}

/** The secret of a set-up page; null where it was not made for this person. */
export function secretOfSetup(world: World, sealed: string, personId: string): string | null {
  try {
    const setup = setupSchema.parse(JSON.parse(world.seal.open(sealed)));
    return setup.personId === personId ? setup.secret : null;
  } catch {
    return null;
  }
}
