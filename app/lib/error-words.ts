const LONGEST = 300;

/** An error in a line for the office's lists and the log: without addresses and numbers of people. */
export function errorInWords(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error);
  return words
    .replace(/<?[^\s<>@"']+@[^\s<>@"']+>?/g, "(address)")
    .replace(/\+?\d[\d ]{8,}\d/g, "(number)")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, LONGEST);
}
