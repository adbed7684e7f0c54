import { describe, expect, test } from "vitest";
import { inspect } from "~/guard/inspect";
import { refusalText, rewrite, warningText } from "~/guard/words";

const text = "NHS 4010232137, CHI 0101501242, a@b.uk or 07700 900123 \ud83d\ude42";
const findings = inspect(text, "freeText");

describe("what the guard says", () => {
  test("a refusal names what to remove and why", () => {
    expect(refusalText(findings)).toBe(
      "Remove the NHS number and the CHI number. It would show who the patient is, so we have not saved what you wrote.",
    );
  });

  test("a warning names what it might be and asks for a look", () => {
    expect(warningText(findings)).toBe(
      "This looks like an email address and a phone number. Check that it does not show who a patient is before you continue.",
    );
  });

  test("where nothing was found there is nothing to say", () => {
    expect(refusalText([])).toBeUndefined();
    expect(warningText(inspect("NHS 4010232137", "freeText"))).toBeUndefined();
    expect(rewrite("as it was", [])).toBe("as it was");
  });

  test("each kind is named once", () => {
    const two = inspect("NHS 4010232137 and NHS 6123456784", "freeText");
    expect(refusalText(two)).toMatch(/^Remove the NHS number\. /);
  });

  test("rewriting puts a note in the place of each finding", () => {
    expect(rewrite(text, findings)).toBe(
      "NHS [number removed], CHI [number removed], [email address removed] or [phone number removed] \ud83d\ude42",
    );
  });

  test("an address that holds a number is replaced whole", () => {
    const both = "NHS 4010232137@example.org!";
    expect(rewrite(both, inspect(both, "freeText"))).not.toMatch(/\d|example/);
  });
});
