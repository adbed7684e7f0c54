/** Shows what `htmlOfMarkdown` (markdown.ts) made. */
export const Prose = ({ html }: { html: string }) => (
  // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised by htmlOfMarkdown, the one place that makes it
  <div className="portal-prose" dangerouslySetInnerHTML={{ __html: html }} />
);
