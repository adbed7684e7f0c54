import { expect, test } from "vitest";
import { metaTags } from "~/ui/meta";

const around = { matches: [{ id: "root", data: { associationName: "Linkway" } }] };

test("a title names the page first, then the association", () => {
  expect(metaTags({ title: "Sign in" }, around)[0]).toEqual({ title: "Sign in – Linkway" });
});

test("a page is kept from search engines unless it asks to be found", () => {
  const noindex = { name: "robots", content: "noindex" };
  expect(metaTags({ title: "Your CPD" }, around)).toContainEqual(noindex);
  expect(metaTags({ title: "About", index: true }, around)).not.toContainEqual(noindex);
});

test("a description stands where there is one", () => {
  expect(metaTags({ title: "About", description: "Who we are" }, around)).toContainEqual({
    name: "description",
    content: "Who we are",
  });
});

test("where the frame itself failed the page's own words are the title", () => {
  expect(metaTags({ title: "Something went wrong" }, { matches: [] })[0]).toEqual({
    title: "Something went wrong",
  });
});
