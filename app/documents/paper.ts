import { bold, drawLine, GAP, GREY, makeRoom, type Pdf, plain, TEAL, widthOf } from "./page";
import { type Column, drawFacts, drawTable } from "./table";

const PICTURE_POINTS = 84;

/** A paper being written from top to bottom. Every piece is tagged, so that a screen reader reads it in order. */
export class Paper {
  readonly #pdf: Pdf;
  readonly #root: PDFKit.PDFStructureElement;
  readonly #finished: Promise<Buffer>;

  constructor(pdf: Pdf) {
    this.#pdf = pdf;
    this.#finished = collected(pdf);
    this.#root = pdf.struct("Document");
    pdf.addStructure(this.#root);
  }

  /** Whom the paper comes from, above everything. Empty lines are left out. */
  letterhead(name: string, lines: string[]): void {
    this.#element("P", (pdf) => bold(pdf, 15, TEAL).text(name));
    const said = lines.filter(Boolean).join("\n");
    if (said) this.#element("P", (pdf) => plain(pdf, 9, GREY).text(said));
    this.#pdf.moveDown(0.8);
    drawLine(this.#pdf);
    this.#pdf.moveDown(1.2);
  }

  title(text: string): void {
    this.#element("H1", (pdf) => bold(pdf, 22, TEAL).text(text));
    this.#pdf.moveDown(0.6);
  }

  heading(text: string): void {
    makeRoom(this.#pdf, 80);
    this.#pdf.moveDown(0.6);
    this.#element("H2", (pdf) => bold(pdf, 14, TEAL).text(text));
    this.#pdf.moveDown(0.4);
  }

  paragraph(text: string): void {
    this.#element("P", (pdf) => plain(pdf, 11).text(text, { lineGap: 3 }));
    this.#pdf.moveDown(0.6);
  }

  /** What must be said but is not what the paper is about. */
  smallPrint(text: string): void {
    this.#element("P", (pdf) => plain(pdf, 9, GREY).text(text, { lineGap: 2 }));
    this.#pdf.moveDown(0.6);
  }

  /** Labels with their values; a label without a value is left out. */
  facts(rows: [label: string, value: string][]): void {
    const said = rows.filter(([, value]) => value !== "");
    drawFacts(this.#pdf, this.#root, said);
  }

  table(columns: Column[], rows: string[][]): void {
    drawTable(this.#pdf, this.#root, columns, rows);
  }

  /** How anybody can check the paper: its code, the address, and both as a picture. */
  verification({ code, url, picture }: { code: string; url: string; picture: Buffer }): void {
    const pdf = this.#pdf;
    makeRoom(pdf, PICTURE_POINTS + 3 * GAP);
    pdf.moveDown(1);
    const { x, y } = pdf;
    const draw = () => pdf.image(picture, x, y, { width: PICTURE_POINTS, height: PICTURE_POINTS });
    this.#root.add(pdf.struct("Figure", { alt: `QR code that leads to ${url}` }, [draw]));
    const words = `Anybody can check this document at ${url} with the code ${code}`;
    const left = x + PICTURE_POINTS + 2 * GAP;
    const box = { width: widthOf(pdf) - PICTURE_POINTS - 2 * GAP, lineGap: 3 };
    this.#element("P", () => plain(pdf, 11).text(words, left, y + GAP, box));
    pdf.x = x;
    pdf.y = Math.max(pdf.y, y + PICTURE_POINTS + GAP);
  }

  /** The finished file. Nothing may be written afterwards. */
  finish(): Promise<Buffer> {
    this.#root.end();
    this.#pdf.end();
    return this.#finished;
  }

  #element(tag: string, draw: (pdf: Pdf) => void): void {
    this.#root.add(this.#pdf.struct(tag, {}, [() => draw(this.#pdf)]));
  }
}

function collected(pdf: Pdf): Promise<Buffer> {
  const parts: Buffer[] = [];
  return new Promise((done, fail) => {
    pdf.on("data", (part: Buffer) => parts.push(part));
    pdf.on("end", () => done(Buffer.concat(parts)));
    pdf.on("error", fail);
  });
}
