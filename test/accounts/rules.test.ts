import { Secret, TOTP } from "otpauth";
import { describe, expect, test } from "vitest";
import { agentInWords } from "~/accounts/agent-in-words";
import { emailField, emailKeyOf } from "~/accounts/email-key";
import { hiddenAddress } from "~/accounts/hidden-address";
import { counterOf, newSecret } from "~/accounts/one-time-password";
import { passwordProblem } from "~/accounts/password-rules";
import { newRecoveryCodes, recoveryCodeHash } from "~/accounts/recovery-codes";
import { blockMinutes } from "~/accounts/sign-in-failures";
import { at } from "../support/clock";

describe("an e-mail address", () => {
  test("is the same account in any case, with outer space and in any Unicode form", () => {
    expect(emailKeyOf("  Zoë@Example.COM ")).toBe(emailKeyOf("zoe\u0308@example.com"));
  });

  test.each([
    "amara",
    "amara@",
    "@example.org",
    "a b@example.org",
    "a@b",
    "a@b..c",
    "a@b.c\nBcc: x@y.z",
  ])("%j is refused", (typed) => expect(emailField.safeParse(typed).success).toBe(false));

  test.each(["amara@example.org", "o'neil+cpd@sub.example.co.uk", " zoë@exämple.org "])(
    "%j is taken",
    (typed) => expect(emailField.safeParse(typed).success).toBe(true),
  );

  test("is told back only in part", () => {
    expect(hiddenAddress("amara.okafor@example.org")).toBe("a…@example.org");
  });
});

describe("a password", () => {
  const context = ["amara.okafor@stmarys.example", "Linkway"];
  test.each([
    ["short", "tooShort"],
    ["eleven chars".slice(0, 11), "tooShort"],
    ["x".repeat(201), "tooLong"],
    ["password1234", "common"],
    ["P@ssw0rd!!!!!", "common"],
    ["Liverpool2026!", "common"],
    ["qwertyuiop[]", "common"],
    ["123456789012", "common"],
    ["1234-5678-9012", "common"],
    ["abcabcabcabc", "common"],
    ["aaaaaaaaaaaaa", "common"],
    ["socialprescribing", "common"],
    ["AmaraOkafor1!", "personal"],
    ["amara.okafor@stmarys.example", "personal"],
    ["linkway-2026-!", "personal"],
  ])("%j is refused as %s", (password, problem) => {
    expect(passwordProblem(password, context)).toBe(problem);
  });

  test.each([
    "three quiet herons",
    "Tr0ub4dor&3 and more",
    "ein langes Paßwort 🦊",
    "x7#Kd92!mQp4",
    `${"long and winding ".repeat(11)}road`,
  ])("%j is taken, without rules about which characters", (password) => {
    expect(passwordProblem(password, context)).toBeNull();
  });

  test("is counted in characters, not in bytes", () => {
    expect(passwordProblem("🦊🦉🐢🦔🐝🦆🐇🦌🐿🦡🦦🦭", [])).toBeNull();
  });
});

test("failures block for 1, 2, 4, 8 and then 15 minutes, from the fifth on", () => {
  expect([1, 4, 5, 6, 7, 8, 9, 30].map(blockMinutes)).toEqual([0, 0, 1, 2, 4, 8, 15, 15]);
});

describe("a code of an authenticator app", () => {
  const secret = newSecret();
  const now = at("2026-11-03T10:00:10Z");
  const codeAt = (seconds: number) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({
      timestamp: now.epochMilliseconds + seconds * 1000,
    });

  test("fits now and one step beside, each with a time step of its own", () => {
    const steps = [-30, 0, 30].map((seconds) => counterOf(secret, codeAt(seconds), now));
    expect(steps).toEqual([steps[1]! - 1, steps[1], steps[1]! + 1]);
  });

  test("does not fit two steps beside", () => {
    expect([counterOf(secret, codeAt(-60), now), counterOf(secret, codeAt(60), now)]).toEqual([
      null,
      null,
    ]);
  });
});

test("a recovery code is found however it is typed, and only for its own person", async () => {
  const [code = ""] = newRecoveryCodes();
  const [asShown, asTyped, ofAnother] = await Promise.all([
    recoveryCodeHash("amara", code),
    recoveryCodeHash("amara", ` ${code.toUpperCase().replace("-", " ")} `),
    recoveryCodeHash("bem", code),
  ]);
  expect(asTyped).toBe(asShown);
  expect(ofAnother).not.toBe(asShown);
});

test.each([
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0",
    "Edge on Windows",
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Mobile Safari/604.1",
    "Safari on iPhone",
  ],
  ["Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0", "Firefox on Android"],
  ["curl/8.5", "Unknown browser"],
])("%s is called %s", (agent, words) => expect(agentInWords(agent)).toBe(words));
