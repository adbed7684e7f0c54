const LETTERS: Record<string, string> = { ø: "o", ł: "l" };

/**
 * A text as names are searched by: without case, accents, apostrophes and hyphens. It must agree with the key columns of
 * the first migration.
 */
export const searchKey = (text: string): string =>
  text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/['’]/g, "")
    .replace(/[øł]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/[-,\s]+/g, " ")
    .trim();
