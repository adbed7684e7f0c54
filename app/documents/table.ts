import { bold, drawLine, GAP, makeRoom, type Pdf, plain, widthOf } from "./page";

export interface Column {
  head: string;
  /** Share of the page's width. */
  share: number;
  isNumber?: boolean;
}

/** What a cell is: a header of its column or row, or plain data. */
type Scope = "Column" | "Row" | undefined;

interface Cell {
  text: string;
  scope: Scope;
}

type Structure = PDFKit.PDFStructureElement;

/** A table with a line of headers, which pages break between rows. */
export function drawTable(pdf: Pdf, root: Structure, columns: Column[], rows: string[][]): void {
  const heads = columns.map(({ head }): Cell => ({ text: head, scope: "Column" }));
  const cells = rows.map((row) => row.map((text): Cell => ({ text, scope: undefined })));
  drawRows(pdf, root, columns, [heads, ...cells]);
}

/** Labels with their values: a table whose headers stand at the left. */
export function drawFacts(pdf: Pdf, root: Structure, rows: [string, string][]): void {
  const columns = [
    { head: "", share: 1 },
    { head: "", share: 2 },
  ];
  const cells = rows.map(([label, value]): Cell[] => [
    { text: label, scope: "Row" },
    { text: value, scope: undefined },
  ]);
  drawRows(pdf, root, columns, cells);
}

function drawRows(pdf: Pdf, root: Structure, columns: Column[], rows: Cell[][]): void {
  const table = pdf.struct("Table");
  root.add(table);
  for (const row of rows) drawRow(pdf, table, columns, row);
  table.end();
  pdf.moveDown(0.8);
}

/** What is added to an attached structure is drawn there and then, at the place kept here. */
function drawRow(pdf: Pdf, table: Structure, columns: Column[], cells: Cell[]): void {
  const boxes = boxesOf(pdf, columns);
  const heights = cells.map(({ text, scope }, index) =>
    fontFor(pdf, scope).heightOfString(text || " ", boxes[index]),
  );
  const height = Math.max(...heights) + GAP;
  makeRoom(pdf, height);
  const top = pdf.y;
  const row = pdf.struct("TR");
  table.add(row);
  cells.forEach(({ text, scope }, index) => {
    const { x = pdf.x, ...box } = boxes[index] ?? {};
    const draw = () => fontFor(pdf, scope).text(text || " ", x, top, box);
    row.add(pdf.struct(scope ? "TH" : "TD", { scope }, [draw]));
  });
  row.end();
  pdf.x = pdf.page.margins.left;
  pdf.y = top + height - GAP / 2;
  drawLine(pdf);
  pdf.y = top + height;
}

const fontFor = (pdf: Pdf, scope: Scope) => (scope ? bold(pdf, 10) : plain(pdf, 10));

function boxesOf(pdf: Pdf, columns: Column[]) {
  const all = columns.reduce((sum, { share }) => sum + share, 0);
  let x = pdf.page.margins.left;
  return columns.map(({ share, isNumber }) => {
    const whole = (widthOf(pdf) * share) / all;
    const box = { x, width: whole - GAP, lineGap: 2, align: isNumber ? "right" : "left" } as const;
    x += whole;
    return box;
  });
}
