import { listed } from "~/lib/words";
import { FILE_KINDS, type FileKind } from "./kinds";

export const MEGABYTE = 1_048_576;

/** A file that was received, judged and stored, and that nothing points to yet. */
export interface Upload {
  sha256: string;
  bytes: number;
  mediaType: string;
  /** Safe to show and to save under: the stem as typed, the ending that its content deserves. */
  name: string;
}

/** Why a file was not taken. `tooLarge` may mean that nothing of the form could be read. */
export type UploadProblem = "tooLarge" | "notAccepted" | "unreadable" | "empty";

export interface UploadRules {
  /** The name of the file field. */
  field: string;
  /** Bytes. */
  most: number;
  accept: readonly FileKind[];
}

/** What stands beside the field. */
export function uploadProblemInWords(
  problem: UploadProblem,
  { most, accept }: Pick<UploadRules, "most" | "accept">,
): string {
  const kinds = accept.map((kind) => FILE_KINDS[kind].words);
  const words: Record<UploadProblem, string> = {
    tooLarge: `The file must be smaller than ${Math.floor(most / MEGABYTE)} MB`,
    notAccepted: `The file must be a ${listed(kinds).replace(/ and (\S+)$/, " or $1")}`,
    unreadable: "The file could not be read. Save it again and choose the new copy",
    empty: "The file is empty. Choose another one",
  };
  return words[problem];
}
