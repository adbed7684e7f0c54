import { randomInt } from "node:crypto";

/** Without 0, O, 1, I and L, which the eye takes for one another. */
const LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const GROUPS = 3;
const GROUP = 4;

/** A code that nobody guesses (59 bits) and that can be read out: "K7QF-3MZD-X9TB". */
export function newCode(): string {
  const letters = Array.from({ length: GROUPS * GROUP }, () => LETTERS[randomInt(LETTERS.length)]);
  return inGroups(letters.join(""));
}

const inGroups = (letters: string): string => letters.match(/.{1,4}/g)?.join("-") ?? "";

/** A code as it was typed, in the shape that it is kept in; undefined where it cannot be one. */
export function readCode(typed: string): string | undefined {
  const letters = typed.toUpperCase().replace(/[\s-]/g, "");
  const isCode =
    letters.length === GROUPS * GROUP && [...letters].every((letter) => LETTERS.includes(letter));
  return isCode ? inGroups(letters) : undefined;
}
