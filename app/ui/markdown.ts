import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype, { defaultHandlers, type Options } from "remark-rehype";
import { unified } from "unified";

type Handlers = NonNullable<Options["handlers"]>;
type Schema = typeof defaultSchema;

/** Whose words they are: the association's own, or those of anybody who may post. */
type Author = "association" | "person";

const REL = ["nofollow", "ugc", "noopener"];
const HEADINGS = { 1: "h2", 2: "h2", 3: "h3", 4: "h4", 5: "h4", 6: "h4" } as const;

const common: Handlers = {
  // raw HTML is shown as the text that it is
  html: (_state, node: { value: string }) => ({ type: "text", value: node.value }),
  // no picture is fetched from elsewhere: its words stand in its place
  image: (_state, node: { alt?: string | null }) => ({ type: "text", value: node.alt ?? "" }),
  imageReference: (_state, node: { alt?: string | null }) => ({
    type: "text",
    value: node.alt ?? "",
  }),
  // the page has its own h1
  heading: (state, node: Parameters<typeof defaultHandlers.heading>[1]) => ({
    ...defaultHandlers.heading(state, node),
    tagName: HEADINGS[node.depth],
  }),
};

const linkOfAnybody: Handlers = {
  link: (state, node: Parameters<typeof defaultHandlers.link>[1]) => {
    const link = defaultHandlers.link(state, node);
    link.properties.rel = REL;
    return link;
  },
};

const schema: Schema = {
  ...defaultSchema,
  tagNames: [
    ...["p", "br", "em", "strong", "del", "a", "ul", "ol", "li", "blockquote", "code", "pre"],
    ...["h2", "h3", "h4", "hr", "table", "thead", "tbody", "tr", "th", "td"],
  ],
  attributes: { a: ["href", "rel"], ol: ["start"], th: ["align"], td: ["align"] },
  protocols: { href: ["http", "https", "mailto"] },
};

const processorFor = (handlers: Handlers) =>
  unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkRehype, { handlers })
    .use(rehypeSanitize, schema)
    .use(rehypeStringify)
    .freeze();

const PROCESSORS: Record<Author, ReturnType<typeof processorFor>> = {
  association: processorFor(common),
  person: processorFor({ ...common, ...linkOfAnybody }),
};

/** Markdown as safe HTML: no raw HTML, no pictures, only web and mail links; a person's links pass no credit on. */
export const htmlOfMarkdown = (text: string, author: Author): string =>
  String(PROCESSORS[author].processSync(text));
