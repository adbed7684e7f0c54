import { html, type Markup } from "./html";

/** A whole page; `base` is where the router is mounted. */
export function layout(base: string, title: string, content: Markup): string {
  return html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} – Practice checkout</title>
<link rel="stylesheet" href="${base}/style.css">
</head>
<body>
<header><p class="notice"><strong>Practice checkout.</strong> No money moves here. Use a test card or test bank account.</p></header>
<main>${content}</main>
</body>
</html>`.text;
}

/** A page that only says something, with one way on. */
export function noticePage(
  base: string,
  title: string,
  text: string,
  link?: { href: string; words: string },
): string {
  return layout(
    base,
    title,
    html`<h1>${title}</h1><p>${text}</p>${link && html`<p><a class="button" href="${link.href}">${link.words}</a></p>`}`,
  );
}

export const stylesheet = `
:root { color-scheme: light; --ink: #1a1f2b; --line: #6b7280; --brand: #3b3a8f; --warm: #fff4cc; --error: #b3151d; }
* { box-sizing: border-box; }
body { margin: 0; font: 18px/1.5 system-ui, sans-serif; color: var(--ink); background: #fff; }
.notice { margin: 0; padding: 12px 16px; background: var(--warm); border-bottom: 2px solid #8a6d00; text-align: center; }
main { max-width: 34rem; margin: 0 auto; padding: 24px 16px 64px; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 16px 0; }
h2 { font-size: 1.2rem; margin: 24px 0 8px; }
table { width: 100%; border-collapse: collapse; margin: 0 0 24px; }
caption { text-align: left; }
caption.hint { display: table-caption; }
th, td { text-align: left; padding: 8px 0; border-bottom: 1px solid #d0d4dc; font-weight: normal; }
td { text-align: right; white-space: nowrap; padding-left: 16px; }
tfoot th, tfoot td { font-weight: bold; }
.methods { display: flex; flex-wrap: wrap; gap: 8px; padding: 0; list-style: none; }
.methods a { display: block; padding: 8px 16px; border: 2px solid var(--line); border-radius: 8px; color: var(--ink); }
.methods a[aria-current] { border-color: var(--brand); background: #ecebff; text-decoration: none; font-weight: bold; }
label { display: block; font-weight: bold; margin-top: 16px; }
.hint { display: block; color: #4b5260; font-weight: normal; }
input { width: 100%; max-width: 24rem; padding: 10px; font: inherit; border: 2px solid var(--line); border-radius: 6px; color: var(--ink); background: #fff; }
input.short { max-width: 9rem; }
input[aria-invalid] { border-color: var(--error); }
.error { display: block; color: var(--error); font-weight: bold; }
.problem { border: 3px solid var(--error); padding: 16px; margin: 16px 0; }
.problem h2 { margin: 0 0 8px; }
.problem a { color: var(--error); }
button, .button { display: inline-block; margin-top: 24px; padding: 12px 20px; font: inherit; font-weight: bold; color: #fff; background: var(--brand); border: 0; border-radius: 8px; text-decoration: none; cursor: pointer; }
button.plain { background: #fff; color: var(--brand); box-shadow: inset 0 0 0 2px var(--brand); }
:focus-visible { outline: 3px solid #f4b53f; outline-offset: 2px; box-shadow: 0 0 0 5px #1a1f2b; }
a { color: var(--brand); }
`;
