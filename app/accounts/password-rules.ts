import { COMMON_WORDS, RUNS } from "./common-passwords";

export const PASSWORD_LENGTH = { least: 12, most: 200 };

export type PasswordProblem = "tooShort" | "tooLong" | "common" | "personal";

/**
 * What speaks against a password (OWASP ASVS 5.0 6.2.1, 6.2.4, 6.2.9, 6.2.11); null where nothing does. Any character counts,
 * and none is asked for. `context` are words that a guesser would try: parts of the address, the association's name.
 */
export function passwordProblem(password: string, context: string[]): PasswordProblem | null {
  const length = [...password].length;
  if (length < PASSWORD_LENGTH.least) return "tooShort";
  if (length > PASSWORD_LENGTH.most) return "tooLong";
  const plain = password.normalize("NFKC").toLowerCase();
  if (isRun(plain) || isRepetition(plain)) return "common";
  const cores = coresOf(plain);
  if (cores.some((core) => COMMON_WORDS.has(core) || (core.length > 5 && isRepetition(core))))
    return "common";
  const personal = new Set(context.flatMap(contextWords));
  return cores.some((core) => personal.has(core)) ? "personal" : null;
}

const LEET: Record<string, string> = { "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t" };
const SIGNS: Record<string, string> = { "@": "a", $: "s", "!": "i", "|": "l" };

/** The word that is left when what people put around it, and for letters within it, is taken away. */
function coresOf(plain: string): string[] {
  const trimmed = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
  const decoded = [...trimmed].map((sign) => LEET[sign] ?? SIGNS[sign] ?? sign).join("");
  return [plain, trimmed, decoded].map(lettersOf).filter((core) => core.length > 1);
}

const lettersOf = (text: string): string => text.replace(/[^\p{L}]/gu, "");

/** "abababab", "hellohello", "aaaaaaaaaaaa" */
const isRepetition = (text: string): boolean => /^(.{1,8}?)\1+$/su.test(text);

/** A stretch of neighbouring keys, of the alphabet or of numbers, whole or twice. */
function isRun(plain: string): boolean {
  const keys = plain.replace(/[^\p{L}\d]/gu, "");
  if (keys === "") return false;
  return /^\d+$/.test(keys) || RUNS.some((run) => `${run}${run}`.includes(keys));
}

/** "amara.okafor@stmarys.example" gives amara, okafor, amaraokafor, stmarys. */
function contextWords(text: string): string[] {
  const parts = text.toLowerCase().split("@");
  const words = parts.flatMap((part) => part.split(/[^\p{L}]+/u));
  return [...words, ...parts.map(lettersOf), lettersOf(text.toLowerCase())].filter(
    (word) => word.length > 3,
  );
}
