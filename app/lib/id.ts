import { createHash, randomBytes } from "node:crypto";

let newest = { at: 0, count: 0 };

/** A millisecond and a place within it, later than those of every id before. */
function nextMoment(at: number): { at: number; count: number } {
  if (at > newest.at) newest = { at, count: 0 };
  else if (newest.count < 0xfff) newest = { at: newest.at, count: newest.count + 1 };
  else newest = { at: newest.at + 1, count: 0 };
  return newest;
}

/** A UUIDv7: random, but in the order of its making, also within a millisecond (RFC 9562, 6.2, method 1). */
export function newId(): string {
  const { at, count } = nextMoment(Date.now());
  const bytes = randomBytes(16);
  bytes.writeUIntBE(at, 0, 6);
  bytes.writeUInt16BE(0x7000 | count, 6);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** A secret for a link: 256 bits, safe in an address. Only its hash is stored. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** What is stored of a secret. */
export const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("hex");

/** Whether something sent as an id could be one that `newId` made. */
export const isId = (text: string | undefined): text is string =>
  text !== undefined && /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(text);
