export type Pdf = PDFKit.PDFDocument;

export const INK = "#212b32";
export const TEAL = "#14505c";
export const GREY = "#4c6272";
const HAIRLINE = "#d8dde0";
export const GAP = 8;

export const plain = (pdf: Pdf, size: number, colour = INK) =>
  pdf.font("plain").fontSize(size).fillColor(colour);
export const bold = (pdf: Pdf, size: number, colour = INK) =>
  pdf.font("bold").fontSize(size).fillColor(colour);

/** Points from the left margin to the right one. */
export const widthOf = ({ page }: Pdf): number =>
  page.width - page.margins.left - page.margins.right;

/** Goes on to the next page where less than so many points are left of this one. */
export function makeRoom(pdf: Pdf, points: number): void {
  if (pdf.page.height - pdf.page.margins.bottom - pdf.y < points) pdf.addPage();
}

/** A hairline across the page; it means nothing, so it is no part of what is read out. */
export function drawLine(pdf: Pdf): void {
  const { page, y } = pdf;
  pdf.markContent("Artifact", { type: "Layout" });
  pdf.moveTo(page.margins.left, y).lineTo(page.width - page.margins.right, y);
  pdf.lineWidth(0.5).strokeColor(HAIRLINE).stroke();
  pdf.endMarkedContent();
}
