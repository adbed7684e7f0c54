import { describe, expect, test } from "vitest";
import { createSeal } from "~/lib/seal";

const seal = createSeal("a secret of the portal");

describe("the seal", () => {
  test("gives back what was closed, in any script", () => {
    expect(seal.open(seal.close("dirgel \ud83d\udd11"))).toBe("dirgel \ud83d\udd11");
  });

  test("never shows the text, and never closes it the same way twice", () => {
    const [one, other] = [seal.close("JBSWY3DPEHPK3PXP"), seal.close("JBSWY3DPEHPK3PXP")];
    expect(one).not.toBe(other);
    expect(Buffer.from(one ?? "", "base64url").toString("latin1")).not.toContain("JBSWY3DP");
  });

  test("does not open what was changed, cut or closed with another secret", () => {
    const closed = Buffer.from(seal.close("two-factor"), "base64url");
    for (let at = 0; at < closed.length; at++) {
      const changed = Buffer.from(closed);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(() => seal.open(changed.toString("base64url"))).toThrow();
    }
    expect(() => seal.open(closed.subarray(0, 20).toString("base64url"))).toThrow();
    expect(() => createSeal("another").open(closed.toString("base64url"))).toThrow();
  });
});
