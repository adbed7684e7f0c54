import { describe, expect, test } from "vitest";
import { hashOf, newId, newToken } from "~/lib/id";

describe("identities", () => {
  test("an id is a UUID of version 7", () => {
    expect(newId()).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });

  test("ids sort in the order of their making, however many are made in a millisecond", () => {
    const ids = Array.from({ length: 10_000 }, () => newId());
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(10_000);
  });

  test("secrets of one moment differ", () => {
    expect(new Set(Array.from({ length: 1000 }, newToken)).size).toBe(1000);
  });

  test("a secret is safe in an address and long enough not to be guessed", () => {
    expect(newToken()).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });

  test("only equal secrets have equal hashes, and a hash is not the secret", () => {
    expect(hashOf("a")).toBe(hashOf("a"));
    expect(hashOf("a")).not.toBe(hashOf("b"));
    expect(hashOf("a")).toMatch(/^[0-9a-f]{64}$/);
  });
});
