import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import {
  counted,
  dateInWords,
  instantInWords,
  listed,
  minutesInWords,
  pointsInWords,
  timeInWords,
} from "~/lib/words";

const london = (local: string) =>
  Temporal.PlainDateTime.from(local).toZonedDateTime("Europe/London");

describe("words", () => {
  test("a date is day, month and year", () => {
    expect(dateInWords("2026-11-03")).toBe("3 November 2026");
    expect(dateInWords("2026-01-31")).toBe("31 January 2026");
  });

  test.each([
    ["2026-11-03T14:00", "2pm (GMT)"],
    ["2026-07-03T14:05", "2:05pm (BST)"],
    ["2026-07-03T09:30", "9:30am (BST)"],
    ["2026-11-03T00:05", "12:05am (GMT)"],
    ["2026-11-03T12:05", "12:05pm (GMT)"],
    ["2026-10-24T14:00", "2pm (BST)"],
    ["2026-10-25T14:00", "2pm (GMT)"],
  ])("the time of %s is %s, labelled by that day", (local, words) => {
    expect(timeInWords(london(local))).toBe(words);
  });

  test("an instant is told in the time of the United Kingdom", () => {
    expect(instantInWords("2026-06-30T23:15:00Z")).toBe("1 July 2026, 12:15am (BST)");
  });

  test.each([
    [0, "0 minutes"],
    [1, "1 minute"],
    [60, "1 hour"],
    [90, "1 hour 30 minutes"],
    [121, "2 hours 1 minute"],
  ])("%i minutes are %j", (minutes, words) => {
    expect(minutesInWords(minutes)).toBe(words);
  });

  test.each([
    [2000, "20"],
    [1250, "12.5"],
    [25, "0.25"],
    [0, "0"],
  ])("%i hundredths of a point are %j", (hundredths, words) => {
    expect(pointsInWords(hundredths)).toBe(words);
  });

  test("things are counted", () => {
    expect(counted(1, "member")).toBe("1 member");
    expect(counted(0, "member")).toBe("0 members");
    expect(counted(1200, "entry", "entries")).toBe("1,200 entries");
  });

  test.each([
    [[], ""],
    [["a"], "a"],
    [["a", "b"], "a and b"],
    [["a", "b", "c"], "a, b and c"],
  ])("%j are listed as %j", (words, expected) => {
    expect(listed(words)).toBe(expected);
  });
});
