import { createHash, randomInt } from "node:crypto";
import { hashRaw } from "@node-rs/argon2";

const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"; // none that looks like another
const COUNT = 10;

/** Ten codes of ten letters, as they are shown once: "k3vxp-9mwqt". */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: COUNT }, () => `${letters(5)}-${letters(5)}`);

const letters = (count: number): string =>
  Array.from({ length: count }, () => LETTERS[randomInt(LETTERS.length)]).join("");

/** Salted with the person, so that a code can be found by its hash (ASVS 5.0 6.5.2). Spaces, case and hyphens do not count. */
export async function recoveryCodeHash(personId: string, code: string): Promise<string> {
  const plain = code.toLowerCase().replace(/[^a-z0-9]/g, "");
  const salt = createHash("sha256").update(personId).digest().subarray(0, 16);
  const bytes = await hashRaw(plain, { memoryCost: 19_456, timeCost: 2, parallelism: 1, salt });
  return bytes.toString("hex");
}

/** Whether somebody typed a recovery code rather than one from an app. */
export const looksLikeRecoveryCode = (code: string): boolean => /[a-z]/i.test(code);
