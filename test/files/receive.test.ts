import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { afterAll, expect, test } from "vitest";
import { createBlobStore } from "~/files/blob-store";
import { DOCUMENTS_AND_PICTURES, PICTURES } from "~/files/kinds";
import { receiveUpload } from "~/files/receive";
import { MEGABYTE } from "~/files/upload";

const directory = mkdtempSync(join(tmpdir(), "files-"));
const store = createBlobStore(directory);
afterAll(() => rmSync(directory, { recursive: true }));

const rules = { field: "evidence", most: MEGABYTE, accept: DOCUMENTS_AND_PICTURES, store };
const pdf = Buffer.from("%PDF-1.7\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n");

function sent(content: Uint8Array | string, name = "evidence.pdf", fields = { title: "A day" }) {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  form.set("evidence", new File([content as BlobPart], name));
  return new Request("http://localhost/evidence", { method: "POST", body: form });
}

async function bytesOf(sha256: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of store.read(sha256)) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

const picture = (width = 40, height = 30) =>
  sharp({ create: { width, height, channels: 3, background: "#14505c" } });

test("a PDF is kept as it is, under the hash of its content", async () => {
  const { form, upload, problem } = await receiveUpload(sent(pdf, "Payslip March.PDF"), rules);
  expect(problem).toBeUndefined();
  expect(form.get("title")).toBe("A day");
  expect(form.has("evidence")).toBe(false);
  expect(upload).toMatchObject({ name: "Payslip March.pdf", mediaType: "application/pdf" });
  expect(await bytesOf(upload!.sha256)).toEqual(pdf);
});

test("a picture is made anew: where and with what it was taken is gone", async () => {
  const photo = await picture()
    .withExif({
      IFD0: { Make: "SecretCamera" },
      IFD3: { GPSLatitude: "53/1 48/1 0/1", GPSLatitudeRef: "N" },
    })
    .jpeg()
    .toBuffer();
  expect(photo.includes("SecretCamera")).toBe(true);
  const { upload } = await receiveUpload(sent(photo, "photo.jpg"), rules);
  const kept = await bytesOf(upload!.sha256);
  expect(kept.includes("SecretCamera")).toBe(false);
  expect((await sharp(kept).metadata()).exif).toBeUndefined();
});

test("a picture keeps standing the way it was held", async () => {
  const sideways = await picture(40, 30).withMetadata({ orientation: 6 }).jpeg().toBuffer();
  const { upload } = await receiveUpload(sent(sideways, "photo.jpg"), rules);
  const { width, height } = await sharp(await bytesOf(upload!.sha256)).metadata();
  expect([width, height]).toEqual([30, 40]);
});

const png = await picture().png().toBuffer();

test.each([
  ["an SVG", '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', "drawing.svg"],
  ["an SVG that calls itself PNG", '<svg xmlns="http://www.w3.org/2000/svg"/>', "drawing.png"],
  ["a page that calls itself PNG", "<!doctype html><script>alert(1)</script>", "photo.png"],
  ["a program", Buffer.from("7f454c4602010100", "hex"), "evidence.pdf"],
  ["an archive", Buffer.from("504b0304140000000800", "hex"), "evidence.pdf"],
])("%s is refused whatever its name says", async (_what, content, name) => {
  const { problem, upload } = await receiveUpload(sent(content, name), rules);
  expect(problem).toBe("notAccepted");
  expect(upload).toBeUndefined();
});

test("a kind that the field does not take is refused although others take it", async () => {
  const received = await receiveUpload(sent(pdf), { ...rules, accept: PICTURES });
  expect(received.problem).toBe("notAccepted");
});

test.each([
  ["a picture cut short", png.subarray(0, 60), "photo.png"],
  ["a PDF cut short", pdf.subarray(0, 20), "evidence.pdf"],
])("%s cannot be read and is refused", async (_what, content, name) => {
  expect((await receiveUpload(sent(content, name), rules)).problem).toBe("unreadable");
});

test("a small file that unfolds into an enormous picture is refused", async () => {
  const bomb = hugePng(30_000, 30_000);
  expect(bomb.length).toBeLessThan(MEGABYTE);
  expect((await receiveUpload(sent(bomb, "bomb.png"), rules)).problem).toBe("unreadable");
});

test("a file that is too large is refused, by its announced length before anything is read", async () => {
  const form = new ReadableStream({
    pull() {
      throw new Error("the body was read");
    },
  });
  const request = new Request("http://localhost/evidence", {
    method: "POST",
    body: form,
    headers: { "content-type": "multipart/form-data; boundary=x", "content-length": "99999999" },
    duplex: "half",
  } as RequestInit);
  expect((await receiveUpload(request, rules)).problem).toBe("tooLarge");
});

test("a file just over the limit is refused and the rest of the form is kept", async () => {
  const { form, problem } = await receiveUpload(sent(Buffer.alloc(MEGABYTE + 1, 1)), rules);
  expect(problem).toBe("tooLarge");
  expect(form.get("title")).toBe("A day");
});

test("a body that never said how long it is stops being read at the limit", async () => {
  const request = sent(Buffer.alloc(3 * MEGABYTE, 1));
  expect(request.headers.get("content-length")).toBeNull();
  expect((await receiveUpload(request, rules)).problem).toBe("tooLarge");
});

test("an empty file is told from no file", async () => {
  expect((await receiveUpload(sent("", "empty.pdf"), rules)).problem).toBe("empty");
  const body = [
    '--x\r\nContent-Disposition: form-data; name="evidence"; filename=""',
    "Content-Type: application/octet-stream\r\n\r\n",
    "--x--\r\n",
  ].join("\r\n");
  const headers = { "content-type": "multipart/form-data; boundary=x" };
  const request = new Request("http://localhost/", { method: "POST", body, headers });
  const nothing = await receiveUpload(request, rules);
  expect(nothing.problem).toBeUndefined();
  expect(nothing.upload).toBeUndefined();
});

test("two files where one is asked for, or a broken body, are a refusal and not an error", async () => {
  const form = new FormData();
  form.append("evidence", new File([pdf], "a.pdf"));
  form.append("evidence", new File([pdf], "b.pdf"));
  const two = new Request("http://localhost/", { method: "POST", body: form });
  expect((await receiveUpload(two, rules)).problem).toBe("unreadable");
  const broken = new Request("http://localhost/", {
    method: "POST",
    body: "--x\r\nContent-Disp",
    headers: { "content-type": "multipart/form-data; boundary=x" },
  });
  expect((await receiveUpload(broken, rules)).problem).toBe("unreadable");
});

/** A PNG of one colour whose rows are all zero: next to nothing packed, gigabytes unpacked. */
function hugePng(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const frame = Buffer.alloc(4);
    frame.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc(body));
    return Buffer.concat([frame, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([1, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height), { level: 9 });
  const signature = Buffer.from("89504e470d0a1a0a", "hex");
  const parts = [chunk("IHDR", head), chunk("IDAT", rows), chunk("IEND", Buffer.alloc(0))];
  return Buffer.concat([signature, ...parts]);
}

function crc(bytes: Buffer): number {
  let value = ~0;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (0xedb88320 & -(value & 1));
  }
  return ~value >>> 0;
}
