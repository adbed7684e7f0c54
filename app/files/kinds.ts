/** What may be uploaded: told by its content, never by its name or by what the browser says. */
export const FILE_KINDS = {
  pdf: { mediaType: "application/pdf", extension: "pdf", words: "PDF" },
  jpeg: { mediaType: "image/jpeg", extension: "jpg", words: "JPEG" },
  png: { mediaType: "image/png", extension: "png", words: "PNG" },
  webp: { mediaType: "image/webp", extension: "webp", words: "WebP" },
} as const;

export type FileKind = keyof typeof FILE_KINDS;
export const PICTURES: readonly FileKind[] = ["jpeg", "png", "webp"];
export const DOCUMENTS_AND_PICTURES: readonly FileKind[] = ["pdf", ...PICTURES];

/** For the `accept` attribute of a file field. */
export const acceptAttribute = (accept: readonly FileKind[]): string =>
  accept.map((kind) => FILE_KINDS[kind].mediaType).join(",");

export function kindOf(mediaType: string | undefined): FileKind | undefined {
  return DOCUMENTS_AND_PICTURES.find((kind) => FILE_KINDS[kind].mediaType === mediaType);
}
