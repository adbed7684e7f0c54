import { describe, expect, test } from "vitest";
import { htmlOfMarkdown } from "~/ui/markdown";

const ATTACKS = [
  "<script>alert(1)</script>",
  '<img src=x onerror="alert(1)">',
  "<svg onload=alert(1)>",
  "<iframe src='https://evil.example'></iframe>",
  "<a href='javascript:alert(1)'>x</a>",
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt:alert(1))",
  "[x](java\tscript:alert(1))",
  "[x](&#x6a;avascript:alert(1))",
  "[x](data:text/html;base64,PHNjcmlwdD4=)",
  "[x](vbscript:msgbox(1))",
  "<javascript:alert(1)>",
  "![x](javascript:alert(1))",
  "![x](https://evil.example/pixel.png)",
  "![x][1]\n\n[1]: https://evil.example/pixel.png",
  '[x](https://example.com "onmouseover=alert(1)")',
  "<div style='position:fixed'>over everything</div>",
  "<form action='https://evil.example'><input name=password></form>",
  "<!-- --><base href='https://evil.example/'>",
  "<<script>script>alert(1)</script>",
  "```html\n<script>alert(1)</script>\n```",
  "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
];

const TAGS =
  /<(?!\/?(?:p|br|em|strong|del|a|ul|ol|li|blockquote|code|pre|h[2-4]|hr|table|thead|tbody|tr|th|td)[\s>])/;

describe("text written by people", () => {
  test.each(ATTACKS)("brings nothing to life: %s", (attack) => {
    const html = htmlOfMarkdown(attack, "person");
    expect(html).not.toMatch(TAGS);
    expect(html).not.toMatch(/<[^>]*\s(?:on\w+|style|src)\s*=/i);
    expect(html).not.toMatch(/href="(?!https?:|mailto:)/i);
  });

  test("raw HTML is shown as the text that it is", () => {
    expect(htmlOfMarkdown("I wrote <b>this</b>", "person")).toBe(
      "<p>I wrote &#x3C;b>this&#x3C;/b></p>",
    );
  });

  test("a picture is its words alone", () => {
    expect(htmlOfMarkdown("![A garden](https://example.com/a.png)", "person")).toBe(
      "<p>A garden</p>",
    );
  });

  test("a person's link passes no credit on, the association's own does", () => {
    const link = "[x](https://example.com)";
    expect(htmlOfMarkdown(link, "person")).toContain('rel="nofollow ugc noopener"');
    expect(htmlOfMarkdown(link, "association")).toBe('<p><a href="https://example.com">x</a></p>');
  });
});

test("headings never take the place of the page's own", () => {
  expect(htmlOfMarkdown("# One\n\n## Two\n\n### Three", "association")).toBe(
    "<h2>One</h2>\n<h2>Two</h2>\n<h3>Three</h3>",
  );
});
