import { FILE_KINDS, type FileKind } from "./kinds";

const LONGEST_STEM = 80;

/**
 * A name that is safe to show and to save under. Only the stem is kept of what was typed: a second
 * ending, a folder, characters that a disk, a header or the eye would take for something else go.
 */
export function safeFileName(given: string, kind: FileKind): string {
  const last = given.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const stem = last
    .replace(/\.[^.]*$/, "")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu, "")
    .replace(/[^\p{L}\p{M}\p{N} ()_-]+/gu, "-")
    .replace(/\s+/g, " ")
    .replace(/^[-\s]+|[-\s]+$/g, "");
  return `${[...stem].slice(0, LONGEST_STEM).join("").trim() || "file"}.${FILE_KINDS[kind].extension}`;
}
