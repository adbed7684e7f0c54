import { describe, expect, test } from "vitest";
import { readPostedForm } from "~/lib/posted-form";

const sent = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request("http://localhost/form", { method: "POST", body, headers });

/** A body that does not say how long it is. */
const streamed = (text: string) =>
  new Request("http://localhost/form", {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new Blob([text]).stream(),
    duplex: "half",
  } as RequestInit);

describe("a posted form", () => {
  test("comes as it was typed, each value of a name", async () => {
    const read = await readPostedForm(sent(new URLSearchParams("title=Zoë’s+day&kind=a&kind=b")));
    expect(read.ok && [...read.value]).toEqual([
      ["title", "Zoë’s day"],
      ["kind", "a"],
      ["kind", "b"],
    ]);
  });

  test("loses the control characters that nobody types, and keeps lines and tabs", async () => {
    const text = "one\0two\u0007\r\n\tthree\u007f";
    const read = await readPostedForm(sent(new URLSearchParams({ text })));
    expect(read.ok && read.value.get("text")).toBe("onetwo\r\n\tthree");
  });

  test("keeps its files", async () => {
    const form = new FormData();
    form.set("evidence", new File(["a\0b"], "letter.pdf"));
    const read = await readPostedForm(sent(form));
    const file = read.ok && read.value.get("evidence");
    expect(file instanceof File && (await file.text())).toBe("a\0b");
  });

  test("larger than allowed is refused, whether it says so or not", async () => {
    const body = `text=${"a".repeat(100)}`;
    for (const request of [sent(new URLSearchParams(body)), streamed(body)])
      expect(await readPostedForm(request, 50)).toEqual({
        ok: false,
        error: { reason: "tooLarge" },
      });
    expect((await readPostedForm(streamed(body), 200)).ok).toBe(true);
  });

  test.each(["application/json", "text/plain", "multipart/form-data", ""])(
    "a body of type %j is no form",
    async (type) => {
      const read = await readPostedForm(sent(new Blob(["{}"]), { "content-type": type }));
      expect(read).toEqual({ ok: false, error: { reason: "notForm" } });
    },
  );
});
