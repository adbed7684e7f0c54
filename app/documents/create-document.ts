import { createRequire } from "node:module";
import type { Temporal } from "temporal-polyfill";
import { Paper } from "./paper";

/** Whom a paper comes from: the association's settings hold it all. */
export interface Letterhead {
  name: string;
  legalName: string;
  postalAddress: string;
  contactEmail: string;
}

export interface DocumentOptions {
  title: string;
  letterhead: Letterhead;
  /** Stands in the file: the same paper made for the same instant has the same bytes. */
  madeAt: Temporal.Instant;
}

/** Known to pdfkit, not yet to its types. */
const UA: string = "PDF/UA";
const MARGIN_POINTS = 56;
const { resolve } = createRequire(import.meta.url);
const FONTS = "@expo-google-fonts/atkinson-hyperlegible-next";
const PLAIN = `${FONTS}/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf`;
const BOLD = `${FONTS}/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf`;

/** Starts an A4 paper with the association's letterhead and its title: tagged PDF/UA in English. */
export async function createDocument(options: DocumentOptions): Promise<Paper> {
  const { title, letterhead, madeAt } = options;
  const { default: PdfDocument } = await import("pdfkit"); // loaded with the first paper, not at start
  const made = new Date(madeAt.epochMilliseconds);
  const pdf = new PdfDocument({
    size: "A4",
    margin: MARGIN_POINTS,
    pdfVersion: "1.7",
    tagged: true,
    lang: "en-GB",
    displayTitle: true,
    subset: UA as PDFKit.Mixins.PDFSubsets,
    font: resolve(PLAIN),
    info: { Title: title, Author: letterhead.name, CreationDate: made, ModDate: made },
  });
  pdf.registerFont("plain", resolve(PLAIN)).registerFont("bold", resolve(BOLD));
  const paper = new Paper(pdf);
  const { name, legalName, postalAddress, contactEmail } = letterhead;
  paper.letterhead(name, [legalName === name ? "" : legalName, postalAddress, contactEmail]);
  paper.title(title);
  return paper;
}
