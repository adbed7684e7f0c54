import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

/** OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> =>
  hash(password.normalize("NFC"), COST);

let nobodys: Promise<string> | undefined;

/** Whether the password fits. Without a stored hash it takes as long, so that time tells nobody who has an account. */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  nobodys ??= hash(randomBytes(16), COST);
  const fits = await verify(stored ?? (await nobodys), password.normalize("NFC"));
  return fits && stored !== null;
}
