import { Readable } from "node:stream";
import type { World } from "~/world";
import { fileWithBlob } from "./queries";

/** Whatever a file holds, nothing in it runs and nothing is fetched for it. */
const NOTHING_RUNS = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/**
 * A stored file as a download; 404 where there is none. The caller has already decided that this
 * person may have it: a file's address alone opens nothing.
 */
export async function serveFile(world: World, fileId: string): Promise<Response> {
  const file = await fileWithBlob(world.db, fileId);
  if (!file || !world.blobs.has(file.sha256)) return new Response("Not found", { status: 404 });
  const content = Readable.toWeb(world.blobs.read(file.sha256));
  return new Response(content as ReadableStream<Uint8Array>, {
    headers: {
      "Content-Type": file.mediaType,
      "Content-Length": String(file.bytes),
      ...downloadHeaders(file.name),
    },
  });
}

/** Headers of anything that is saved under a name and must not act as a page of the portal. */
export function downloadHeaders(name: string): Record<string, string> {
  return {
    "Content-Disposition": contentDisposition(name),
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": NOTHING_RUNS,
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
  };
}

/** RFC 6266: a plain name for old readers, the full one (RFC 8187) beside it. */
export function contentDisposition(name: string): string {
  const plain =
    name
      .normalize("NFD")
      .replace(/[^\w .()-]/g, "")
      .trim() || "file";
  const full = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`;
}
