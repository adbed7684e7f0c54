import { describe, expect, test } from "vitest";
import { z } from "zod";
import { parseGuarded } from "~/guard/form";

const schema = z.object({
  title: z.string({ error: "Enter a title" }),
  learned: z.string().default(""),
  phone: z.string().default(""),
});
const guard = { title: "freeText", learned: "reflection", phone: "personal" } as const;

const CERTAIN = "NHS number 401 023 2137";

function posted(fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return parseGuarded(form, { schema, guard });
}

describe("a posted form", () => {
  test("without anything to find is what was typed", () => {
    const submission = posted({ title: "Reading", learned: "To wait", phone: "07700 900123" });
    expect(submission).toMatchObject({
      status: "success",
      value: { title: "Reading", learned: "To wait", phone: "07700 900123" },
    });
  });

  test("with a certain number is refused, says where and why, and goes back as it was typed", () => {
    const submission = posted({ title: "Reading", learned: `Saw ${CERTAIN}` });
    expect(submission.status).toBe("error");
    const reply = submission.reply();
    expect(reply.error).toEqual({
      learned: [expect.stringMatching(/^Remove the NHS number\. .* not saved/)],
    });
    expect(reply.initialValue).toMatchObject({ title: "Reading", learned: `Saw ${CERTAIN}` });
  });

  test("with a certain number is refused whatever is ticked, and in a personal field too", () => {
    for (const field of ["learned", "phone"])
      expect(posted({ title: "Reading", [field]: CERTAIN, keepAsTyped: "on" })).toMatchObject({
        status: "error",
      });
  });

  test("with a possible detail asks once, and is saved as typed when the writer says so", () => {
    const fields = { title: "Call", learned: "She is at ann@example.org" };
    const asked = posted(fields);
    expect(asked.reply().error).toEqual({
      learned: [expect.stringContaining("looks like an email address")],
    });
    expect(posted({ ...fields, keepAsTyped: "on" })).toMatchObject({
      status: "success",
      value: fields,
    });
  });

  test("has every detail taken out where the writer chooses that", () => {
    const fields = { title: CERTAIN, learned: "Ring 07700 900123", phone: "07700 900123" };
    expect(posted({ ...fields, guard: "remove" })).toMatchObject({
      status: "success",
      value: {
        title: "NHS number [number removed]",
        learned: "Ring [phone number removed]",
        phone: "07700 900123",
      },
    });
  });

  test("tells what else is wrong with it at the same time", () => {
    const submission = posted({ learned: CERTAIN });
    expect(Object.keys(submission.reply().error ?? {}).sort()).toEqual(["learned", "title"]);
  });
});
