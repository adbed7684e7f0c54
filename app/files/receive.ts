import {
  type FileUpload,
  FormDataParseError,
  MaxFileSizeExceededError,
  MaxTotalSizeExceededError,
  MultipartParseError,
  parseFormData,
} from "@remix-run/form-data-parser";
import type { BlobStore } from "./blob-store";
import { type Judged, judgeFile } from "./judge";
import { FILE_KINDS } from "./kinds";
import { safeFileName } from "./name";
import type { Upload, UploadProblem, UploadRules } from "./upload";

export interface Received {
  /** Everything but the file. Empty where the request was too large to be read. */
  form: FormData;
  upload?: Upload;
  problem?: UploadProblem;
}

/** Room for the fields beside the file. */
const FIELDS_BYTES = 262_144;

/**
 * Reads a form with one file field and stores the file where it may be taken. No file chosen: neither
 * `upload` nor `problem`. A file that is stored and then attached to nothing is cleared away by night.
 */
export async function receiveUpload(
  request: Request,
  { field, most, accept, store }: UploadRules & { store: BlobStore },
): Promise<Received> {
  const mostOfAll = most + FIELDS_BYTES;
  if (Number(request.headers.get("content-length")) > mostOfAll) return tooLarge();
  const received: Received = { form: new FormData() };
  async function take(file: FileUpload): Promise<void> {
    if (file.fieldName !== field || isNoFile(file)) return;
    const judged = await judgeFile(new Uint8Array(await file.arrayBuffer()), { most, accept });
    if (judged.ok) received.upload = await keep(store, judged.value, file.name);
    else received.problem = judged.error;
  }
  const limits = { maxFiles: 1, maxParts: 200, maxFileSize: mostOfAll, maxTotalSize: mostOfAll };
  try {
    received.form = await parseFormData(request, limits, take);
  } catch (error) {
    if (error instanceof MaxFileSizeExceededError || error instanceof MaxTotalSizeExceededError)
      return tooLarge();
    if (!(error instanceof FormDataParseError || error instanceof MultipartParseError)) throw error;
    return { form: new FormData(), problem: "unreadable" };
  }
  return received;
}

/** A browser sends an empty part without a name where nothing was chosen; the parser gives it one. */
const isNoFile = ({ name, size }: FileUpload) =>
  size === 0 && (name === "" || name === "file-upload");

async function keep(store: BlobStore, { bytes, kind }: Judged, name: string): Promise<Upload> {
  return {
    sha256: await store.put(bytes),
    bytes: bytes.length,
    mediaType: FILE_KINDS[kind].mediaType,
    name: safeFileName(name, kind),
  };
}

const tooLarge = (): Received => ({ form: new FormData(), problem: "tooLarge" });
