import { err, ok, type Result } from "./result";

/** More than all fields of any form together; files are received elsewhere. Bytes. */
export const MOST_TYPED_BYTES = 1_048_576;

// Tabs and the ends of lines are typing; other control characters are not, and some databases refuse them.
const NOT_TYPED = /(?![\t\r\n])\p{Cc}/gu;

export type FormProblem = { reason: "tooLarge" | "notForm" };

/** Reads a posted form of at most `most` bytes, without the control characters that nobody types. */
export async function readPostedForm(
  request: Request,
  most: number = MOST_TYPED_BYTES,
): Promise<Result<FormData, FormProblem>> {
  const body = await readAtMost(request, most);
  if (!body) return err({ reason: "tooLarge" });
  const type = request.headers.get("content-type") ?? "";
  const form = await new Response(body, { headers: { "content-type": type } })
    .formData()
    .catch(() => null);
  return form ? ok(asTyped(form)) : err({ reason: "notForm" });
}

/**
 * The body as it came; null where it is longer than it may be. What is too much is read all the same and let go,
 * or the sender's connection would break before the answer.
 */
async function readAtMost(request: Request, most: number): Promise<Blob | null> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  const reader = request.body?.getReader();
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    bytes += read.value.length;
    if (bytes <= most) parts.push(read.value);
  }
  return bytes > most ? null : new Blob(parts);
}

function asTyped(form: FormData): FormData {
  const typed = new FormData();
  for (const [name, value] of form)
    typed.append(name, typeof value === "string" ? value.replace(NOT_TYPED, "") : value);
  return typed;
}
