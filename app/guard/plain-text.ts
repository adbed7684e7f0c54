/** A text as a reader sees it, and where each of its characters came from. */
export interface PlainText {
  plain: string;
  /** Where the character at an index of `plain` begins and ends in the original. */
  starts: number[];
  ends: number[];
}

const INVISIBLE = /^[\p{Cf}\p{Mn}\p{Me}\u115f\u1160\u3164]$/u;
const DIGIT = /^\p{Nd}$/u;
const SPACE = /^\s$/u;
const DASH = /^[\p{Pd}\u2043\u2212]$/u;

/**
 * Folds what looks alike into one spelling: digits of any script to 0–9, every dash to "-", every space to " ",
 * full-width letters and signs to plain ones; drops what cannot be seen. Line breaks stay.
 */
export function plainTextOf(text: string): PlainText {
  const units: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let position = 0;
  for (const character of text) {
    const end = position + character.length;
    for (const unit of folded(character)) {
      units.push(unit);
      starts.push(position);
      ends.push(end);
    }
    position = end;
  }
  return { plain: units.join(""), starts, ends };
}

function folded(character: string): string[] {
  if (character === "\n" || (character >= "!" && character <= "~")) return [character];
  // Before the spaces: U+FEFF counts as one, but nobody sees it.
  if (INVISIBLE.test(character)) return [];
  if (SPACE.test(character)) return [" "];
  if (DIGIT.test(character)) return [String(digitValue(character))];
  if (DASH.test(character)) return ["-"];
  const compatible = character.normalize("NFKC");
  // A superscript or a circled figure is a mark beside a number, not a part of it.
  return /\d/.test(compatible) ? ["\ufffc"] : compatible.split("");
}

/** Unicode's decimal digits stand in runs of ten, from nought to nine. */
function digitValue(character: string): number {
  const compatible = character.normalize("NFKC");
  if (/^\d$/.test(compatible)) return Number(compatible);
  const codePoint = character.codePointAt(0) ?? 0;
  let before = 0;
  while (DIGIT.test(String.fromCodePoint(codePoint - before - 1))) before++;
  return before % 10;
}
