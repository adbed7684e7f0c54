import { describe, expect, test } from "vitest";
import {
  applicationState,
  isApprovedAtOnce,
  isOpen,
  mayApply,
  mayDecide,
  maySubmit,
} from "~/membership/applications/rules";
import type { DecisionKind } from "~/membership/tables";

const sent = { submittedAt: "2026-11-03T10:00:00Z" };
const decided = (...kinds: DecisionKind[]) =>
  kinds.map((kind, hour) => ({ kind, at: `2026-11-04T1${hour}:00:00Z` }));
const answered = (count: number) => Array(count).fill({ at: "2026-11-05T10:00:00Z" });

describe("where an application stands", () => {
  test("before it is sent it is a draft", () => {
    expect(applicationState({ submittedAt: null }, [], [])).toBe("draft");
  });

  test("a draft that ran out has ended, though it was never sent", () => {
    expect(applicationState({ submittedAt: null }, decided("expire"), [])).toBe("ended");
  });

  test.each([
    ["submitted", [], 0],
    ["moreWanted", ["ask"], 0],
    ["answered", ["ask"], 1],
    ["moreWanted", ["ask", "ask"], 1],
    ["answered", ["ask", "ask"], 2],
    ["approved", ["ask", "approve"], 1],
    ["declined", ["decline"], 0],
    ["withdrawn", ["ask", "withdraw"], 0],
    ["ended", ["approve", "expire"], 0],
  ] as const)("it is %s after %j and %i answers", (state, kinds, answers) => {
    expect(applicationState(sent, decided(...kinds), answered(answers))).toBe(state);
  });
});

test("an approval is open until it is paid", () => {
  expect(isOpen("approved", false)).toBe(true);
  expect(isOpen("approved", true)).toBe(false);
  expect(isOpen("declined", false)).toBe(false);
});

describe("who may apply", () => {
  test.each(["none", "lapsed", "resigned", "removed"] as const)("%s may", (standing) => {
    expect(mayApply(standing)).toBe(true);
  });

  test.each(["current", "provisional", "inGrace", "suspended", "deceased"] as const)(
    "%s may not",
    (standing) => {
      expect(mayApply(standing)).toBe(false);
    },
  );

  test("a grade that approves at once does not do so for somebody who was removed", () => {
    expect(isApprovedAtOnce("automatic", "none")).toBe(true);
    expect(isApprovedAtOnce("automatic", "removed")).toBe(false);
    expect(isApprovedAtOnce("review", "none")).toBe(false);
  });
});

describe("sending", () => {
  test("a complete draft may be sent", () => {
    expect(maySubmit("draft", [])).toEqual({ ok: true, value: null });
  });

  test("an incomplete one may not, and says what is missing", () => {
    expect(maySubmit("draft", ["work"])).toEqual({
      ok: false,
      error: { reason: "incomplete", missing: ["work"] },
    });
  });

  test("one that was sent is not sent again", () => {
    expect(maySubmit("submitted", [])).toEqual({
      ok: false,
      error: { reason: "notDraft", state: "submitted" },
    });
  });
});

describe("deciding", () => {
  const seen = "2026-11-03T10:00:00Z";
  const waiting = { state: "submitted", stateSince: seen, applicantId: "gwen" } as const;
  const decision = { kind: "approve", by: "morag", seen } as const;

  test("what waits may be decided by somebody else", () => {
    expect(mayDecide(waiting, decision).ok).toBe(true);
  });

  test("nobody decides their own", () => {
    expect(mayDecide(waiting, { ...decision, by: "gwen" })).toEqual({
      ok: false,
      error: { reason: "own" },
    });
  });

  test("a page that is out of date decides nothing", () => {
    expect(mayDecide(waiting, { ...decision, seen: "2026-11-02T10:00:00Z" })).toEqual({
      ok: false,
      error: { reason: "changed" },
    });
  });

  test("an open question may be overtaken by a decision, but is not asked twice", () => {
    const asked = { ...waiting, state: "moreWanted" } as const;
    expect(mayDecide(asked, decision).ok).toBe(true);
    expect(mayDecide(asked, { ...decision, kind: "ask" }).ok).toBe(false);
  });

  test("a draft is nobody's to decide", () => {
    expect(mayDecide({ ...waiting, state: "draft" }, decision)).toEqual({
      ok: false,
      error: { reason: "notSubmitted" },
    });
  });
});
