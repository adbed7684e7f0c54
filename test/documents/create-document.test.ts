import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { createDocument } from "~/documents/create-document";
import { qrPng } from "~/documents/qr-code";
import { at } from "../support/clock";

const letterhead = {
  name: "Linkway",
  legalName: "Linkway Association Limited",
  postalAddress: "1 Example Street\nLeeds LS1 1AA",
  contactEmail: "office@linkway.example",
};

/** The objects of a PDF in plain text, its streams unpacked. */
function opened(pdf: Buffer): string {
  const text = pdf.toString("latin1");
  const streams = [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, stream]) => {
    try {
      return inflateSync(Buffer.from(stream ?? "", "latin1")).toString("latin1");
    } catch {
      return stream ?? "";
    }
  });
  return [text, ...streams].join("\n");
}

async function statement(rows = 3) {
  const paper = await createDocument({
    title: "CPD statement",
    letterhead,
    madeAt: at("2026-11-03"),
  });
  paper.heading("Member");
  paper.paragraph("Łukasz Nowak was a member on the day of this statement.");
  paper.facts([
    ["Number", "LW-004217"],
    ["Employer", ""],
  ]);
  paper.table(
    [
      { head: "Activity", share: 3 },
      { head: "Points", share: 1, isNumber: true },
    ],
    Array.from({ length: rows }, (_, index) => [`Activity ${index}`, "1.5"]),
  );
  paper.verification({
    code: "K7QF-3MZD-X9TB",
    url: "https://portal.example/verify/K7QF-3MZD-X9TB",
    picture: await qrPng("https://portal.example/verify/K7QF-3MZD-X9TB"),
  });
  return paper.finish();
}

test("a paper is a tagged PDF/UA in English that shows its title and embeds its font", async () => {
  const pdf = opened(await statement());
  expect(pdf.startsWith("%PDF-1.7")).toBe(true);
  expect(pdf).toContain("/Marked true");
  expect(pdf).toContain("/Lang (en-GB)");
  expect(pdf).toContain("/DisplayDocTitle true");
  expect(pdf).toMatch(/pdfuaid:part>1</);
  expect(pdf).toContain("/FontFile2");
  expect(pdf).not.toContain("/Helvetica");
});

test("headings, tables with their headers and the picture are tagged as what they are", async () => {
  const pdf = opened(await statement());
  const count = (tag: string) => [...pdf.matchAll(new RegExp(`/S /${tag}\\b`, "g"))].length;
  expect({
    h1: count("H1"),
    h2: count("H2"),
    tables: count("Table"),
    figures: count("Figure"),
  }).toEqual({
    h1: 1,
    h2: 1,
    tables: 2,
    figures: 1,
  });
  expect(count("TR")).toBe(1 + 1 + 3);
  expect(count("TH")).toBe(1 + 2);
  expect(pdf).toContain("/Scope /Row");
  expect(pdf).toContain("QR code that leads to");
});

test("a long table goes on over as many pages as it needs", async () => {
  const pdf = opened(await statement(120));
  const pages = [...pdf.matchAll(/\/Type \/Page\b/g)].length;
  expect(pages).toBeGreaterThanOrEqual(3);
  expect(pages).toBeLessThanOrEqual(6);
});

test("the same paper made for the same instant has the same bytes", async () => {
  expect((await statement()).equals(await statement())).toBe(true);
});
