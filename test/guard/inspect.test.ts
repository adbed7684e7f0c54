import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inspect, refusedFindings } from "~/guard/inspect";
import { hasValidCheckDigit, issuedKind } from "~/guard/patient-number";
import { GUARD_PROFILES, type GuardProfile } from "~/guard/profiles";
import { rewrite } from "~/guard/words";

const PROFILES = Object.keys(GUARD_PROFILES) as GuardProfile[];

const anyNumber = fc
  .integer({ min: 10_100_000, max: 799_999_999 })
  .map((number) => String(number).padStart(9, "0"))
  .map((nine) => [..."0123456789"].map((last) => nine + last).find(hasValidCheckDigit) ?? "")
  .filter((digits) => digits !== "" && issuedKind(digits) !== undefined);

const INVISIBLE = ["", "\u200b", "\u2060", "\u00ad", "\ufeff"];
const VISIBLE = [" ", "-", "\n", "\r\n", "\u00a0", "\u2013", "\u2212", " - ", "\u2009", "\t"];

const anySpacing = fc
  .tuple(
    fc.constantFrom(...VISIBLE),
    fc.array(fc.constantFrom(...INVISIBLE), { minLength: 9, maxLength: 9 }),
    fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }),
  )
  .map(([visible, invisible, where]) => where.map((is, at) => (is ? visible : invisible[at])));

const anyScript = fc.constantFrom(0x30, 0xff10, 0x660, 0x6f0, 0x966, 0x1d7ce, 0x1d7f6);

const anyWrittenNumber = fc
  .tuple(anyNumber, anySpacing, anyScript)
  .map(([digits, gaps, zero]) =>
    [...digits]
      .map((digit, at) => String.fromCodePoint(zero + Number(digit)) + (gaps[at] ?? ""))
      .join(""),
  );

const anyCue = fc.constantFrom<(number: string) => string>(
  (number) => `NHS number ${number}`,
  (number) => `nhs: ${number}.`,
  (number) => `Her CHI is ${number}, I think`,
  (number) => `(H&C ${number})`,
  (number) => `the number of my client, ${number}`,
  (number) => `${number} is the NHS number`,
  (number) => `\ud83d\ude42 NHS\u200b number\n${number}\n\ud83d\ude42`,
);

describe("the guard", () => {
  test("is certain of any valid number with a cue, in any spacing and any script, and says where it stands", () => {
    fc.assert(
      fc.property(
        anyWrittenNumber,
        anyCue,
        fc.constantFrom(...PROFILES),
        (number, cue, profile) => {
          const text = cue(number);
          const refused = refusedFindings(inspect(text, profile));
          expect(refused.map(({ start, end }) => text.slice(start, end))).toEqual([number]);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test("is certain of any valid number written 3-3-4, without a word beside it", () => {
    fc.assert(
      fc.property(anyNumber, fc.constantFrom(...VISIBLE, ".", "_"), (digits, gap) => {
        const text = [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)].join(gap);
        expect(inspect(text, "freeText")).toMatchObject([
          { kind: issuedKind(digits), certainty: "certain", start: 0, end: text.length },
        ]);
      }),
    );
  });

  test("never takes an 11-digit phone for a patient's number, however it is spaced and whatever stands beside it", () => {
    const anyPhone = fc
      .tuple(
        fc.constantFrom("01", "02", "03", "05", "07", "08", "09"),
        fc.integer({ min: 0, max: 999_999_999 }),
      )
      .map(([area, rest]) => area + String(rest).padStart(9, "0"));
    const anyBeginning = fc.constantFrom("", "+44", "0044 ", "44 ", "+44 (0)", "+44 ");
    fc.assert(
      fc.property(anyPhone, anyBeginning, anySpacing, anyCue, (phone, beginning, gaps, cue) => {
        const digits = beginning === "" ? phone : phone.slice(1);
        const spaced = [...digits].map((digit, at) => digit + (gaps[at] ?? "")).join("");
        const kinds = inspect(cue(beginning + spaced), "freeText").map(({ kind }) => kind);
        expect(kinds.filter((kind) => kind !== "phoneNumber")).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  test("finds nothing inside a longer run of digits", () => {
    fc.assert(
      fc.property(
        anyNumber,
        fc.integer({ min: 1, max: 9 }),
        fc.boolean(),
        (digits, more, isBefore) => {
          const text = isBefore ? `NHS ${more}${digits}` : `NHS ${digits}${more}`;
          expect(inspect(text, "freeText").filter(({ kind }) => kind !== "phoneNumber")).toEqual(
            [],
          );
        },
      ),
    );
  });

  test("gives findings in order, inside the text, whatever the text", () => {
    const pieces = fc.constantFrom(
      "4010232137",
      "401 023",
      " 2137",
      "NHS ",
      "a@b.uk",
      "07700 900123",
      "+",
      "-",
      "\u200b",
      "\n",
      "\ud83d\ude42",
      "x",
      ".",
      "1",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.array(pieces).map((some) => some.join("")),
        ),
        (text) => {
          let last = 0;
          for (const { start, end } of inspect(text, "freeText")) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            last = start;
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  test("leaves nothing to refuse once its findings are replaced", () => {
    const anyPart = fc.oneof(
      anyWrittenNumber,
      fc.constantFrom("NHS number ", "hello ", "CHI ", "a@b.uk ", "07700 900123 ", "\n", "12 "),
    );
    fc.assert(
      fc.property(fc.array(anyPart, { maxLength: 6 }), (parts) => {
        const text = parts.join(" and ");
        const rewritten = rewrite(text, inspect(text, "freeText"));
        expect(inspect(rewritten, "freeText")).toEqual([]);
      }),
    );
  });

  test.each([
    ["digits", "4"],
    ["spaced digits", "4 "],
    ["cues", "nhs "],
    ["spaces", " "],
    ["letters", "a"],
    ["addresses without an end", "a@"],
    ["dots", "a@a."],
    ["invisible characters", "\u200b"],
    ["pluses", "+4"],
    ["numbers", "NHS 4010232137, "],
  ])("reads half a million characters of %s without stalling, to the last one", (_, piece) => {
    const text = `${piece.repeat(500_000 / piece.length)} x NHS number: 401 023 2137`;
    const last = refusedFindings(inspect(text, "freeText")).at(-1);
    expect(last && text.slice(last.start, last.end)).toBe("401 023 2137");
  });
});
