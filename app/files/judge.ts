import { fileTypeFromBuffer } from "file-type";
import sharp from "sharp";
import { err, ok, type Result } from "~/lib/result";
import { type FileKind, kindOf } from "./kinds";
import type { UploadProblem, UploadRules } from "./upload";

/** A small file can unfold into a picture that fills the memory: 40 million pixels are the most. */
const MOST_PIXELS = 40_000_000;
const LONGEST_SIDE = 4000;

export interface Judged {
  kind: FileKind;
  bytes: Uint8Array;
}

/** Tells a file by its content and makes pictures anew, which drops where and with what they were taken. */
export async function judgeFile(
  bytes: Uint8Array,
  { most, accept }: Pick<UploadRules, "most" | "accept">,
): Promise<Result<Judged, UploadProblem>> {
  if (bytes.length === 0) return err("empty");
  if (bytes.length > most) return err("tooLarge");
  const kind = kindOf((await fileTypeFromBuffer(bytes))?.mime);
  if (!kind || !accept.includes(kind)) return err("notAccepted");
  if (kind === "pdf") return isWholePdf(bytes) ? ok({ kind, bytes }) : err("unreadable");
  try {
    return ok({ kind, bytes: await madeAnew(bytes, kind) });
  } catch {
    return err("unreadable"); // sharp says no more than that it could not
  }
}

function madeAnew(bytes: Uint8Array, kind: "jpeg" | "png" | "webp"): Promise<Buffer> {
  return sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: "error" })
    .autoOrient()
    .resize(LONGEST_SIDE, LONGEST_SIDE, { fit: "inside", withoutEnlargement: true })
    .toFormat(kind, { quality: 85 })
    .toBuffer();
}

/** A PDF starts and ends as one; an upload cut short, or a page with a PDF's first bytes, does not. */
function isWholePdf(bytes: Uint8Array): boolean {
  const text = (from: number, to?: number) =>
    Buffer.from(bytes.subarray(from, to)).toString("latin1");
  return /^%PDF-\d\.\d/.test(text(0, 16)) && text(-2048).includes("%%EOF");
}
