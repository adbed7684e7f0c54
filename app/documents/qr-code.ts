/** An address as a QR code for a page: an SVG without a style, in a name that a screen reader says. */
export async function qrSvg(address: string): Promise<string> {
  const { toString: draw } = await import("qrcode");
  return draw(address, { type: "svg", margin: 2, errorCorrectionLevel: "M" });
}

/** The same for a paper. */
export async function qrPng(address: string): Promise<Buffer> {
  const { toBuffer } = await import("qrcode");
  return toBuffer(address, { margin: 0, scale: 8, errorCorrectionLevel: "M" });
}
