import { expect, test } from "vitest";
import { safeFileName } from "~/files/name";
import { contentDisposition } from "~/files/serve";

test.each([
  ["Payslip March 2026.pdf", "pdf", "Payslip March 2026.pdf"],
  ["zaświadczenie Łódź.pdf", "pdf", "zaświadczenie Łódź.pdf"],
  ["photo.php.jpg", "jpeg", "photo-php.jpg"],
  ["run.pdf.exe", "pdf", "run-pdf.pdf"],
  ["photo.png", "jpeg", "photo.jpg"],
  ["..\\..\\windows\\system32\\evil.png", "png", "evil.png"],
  ["../../etc/passwd", "pdf", "passwd.pdf"],
  ["photo\u0000.html.png", "png", "photo-html.png"],
  ["gpj.\u202Efdp", "pdf", "gpj.pdf"],
  ['a"b\r\nSet-Cookie: x=1.pdf', "pdf", "a-bSet-Cookie- x-1.pdf"],
  [".pdf", "pdf", "file.pdf"],
  ["", "webp", "file.webp"],
  ["...", "webp", "file.webp"],
] as const)("%j of a %s is kept as %j", (given, kind, kept) => {
  expect(safeFileName(given, kind)).toBe(kept);
});

test("a very long name is shortened and keeps its ending", () => {
  const name = safeFileName(`${"é".repeat(500)}.pdf`, "pdf");
  expect(name).toBe(`${"é".repeat(80)}.pdf`);
});

test("a download carries its name for old and for new readers, and nothing breaks out of the header", () => {
  expect(contentDisposition("zaświadczenie (1).pdf")).toBe(
    "attachment; filename=\"zaswiadczenie (1).pdf\"; filename*=UTF-8''za%C5%9Bwiadczenie%20%281%29.pdf",
  );
  expect(contentDisposition('a"\r\nX: 1.pdf')).not.toMatch(/[\r\n]|a"/);
});
