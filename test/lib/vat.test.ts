import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitVat } from "~/lib/vat";

describe("VAT", () => {
  test("at the standard rate is a sixth of the total, rounded to the penny", () => {
    expect(splitVat(12000, "standard")).toEqual({ net: 10000, vat: 2000 });
    expect(splitVat(4500, "standard")).toEqual({ net: 3750, vat: 750 });
    expect(splitVat(1, "standard")).toEqual({ net: 1, vat: 0 });
  });

  test("is nothing where none is due", () => {
    for (const treatment of ["exempt", "zero", "outside"] as const) {
      expect(splitVat(4500, treatment)).toEqual({ net: 4500, vat: 0 });
    }
  });

  test("and net always add up to the total in whole pence", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (pence) => {
        const { net, vat } = splitVat(pence, "standard");
        expect(net + vat).toBe(pence);
        expect(Number.isInteger(vat)).toBe(true);
        expect(Math.abs(vat * 6 - pence)).toBeLessThanOrEqual(3);
      }),
    );
  });
});
