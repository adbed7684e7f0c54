import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { safeRedirect } from "~/lib/safe-redirect";

describe("the address to go on to", () => {
  test.each(["/", "/cpd", "/cpd/activities?from=2026-01-01#list", "/search?q=//elsewhere"])(
    "%s is kept",
    (next) => {
      expect(safeRedirect(next)).toBe(next);
    },
  );

  test.each([
    "",
    "cpd",
    "//elsewhere.example",
    "/\\elsewhere.example",
    "\\\\elsewhere.example",
    "https://elsewhere.example",
    "javascript:alert(1)",
    "/\t/elsewhere.example",
    "/cpd\r\nSet-Cookie: a=b",
    " /cpd",
    `/${"a".repeat(2000)}`,
    null,
    undefined,
  ])("%j gives way to the fallback", (next) => {
    expect(safeRedirect(next, "/account")).toBe("/account");
  });

  test("never leaves the site, whatever is asked for", () => {
    const piece = fc.constantFrom(
      "/",
      "\\",
      "\t",
      "\n",
      ".",
      ":",
      "@",
      "//",
      "a",
      "https",
      "elsewhere.example",
      "%2f",
      "?",
      "#",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const next = safeRedirect(pieces.join(""));
        expect(new URL(next, "https://portal.example").origin).toBe("https://portal.example");
      }),
      { numRuns: 1000 },
    );
  });
});
