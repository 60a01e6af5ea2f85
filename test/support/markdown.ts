import type { Comment, Doctype, Element, Root, Text } from "hast";
import rehypeParse from "rehype-parse";
import rehypeStringify from "rehype-stringify";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { visit } from "unist-util-visit";

const oracle = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ["yaml", "toml"])
  .use(remarkGfm)
  .use(remarkRehype, {
    allowDangerousHtml: true,
    footnoteLabel: "Notas",
    footnoteBackLabel: (reference, again) =>
      `Voltar à referência ${String(reference + 1)}${again > 1 ? `-${String(again)}` : ""}`,
  })
  .use(rehypeStringify, { allowDangerousHtml: true })
  .freeze();

/** The HTML that remark makes of a page, raw HTML kept. */
export const remarkHtml = (markdown: string): string => String(oracle.processSync(markdown));

const fragment = unified().use(rehypeParse, { fragment: true }).freeze();

const attributesOf = ({ tagName, properties }: Element): string =>
  Object.entries(properties)
    .filter(([name]) => !(name === "id" && /^h[1-6]$/.test(tagName)))
    .map(([name, value]) => ` ${name}=${JSON.stringify(value)}`)
    .sort()
    .join("");

/** The nodes that HTML is read into; other engines add kinds of their own to the type. */
type Node = Comment | Doctype | Element | Root | Text;

function write(node: Node, inPre: boolean): string {
  if (node.type === "text") return inPre ? node.value : node.value.replace(/\s+/g, " ");
  if (node.type === "comment") return `<!--${node.value}-->`;
  if (node.type === "doctype") return "<!doctype>";
  const isPre = inPre || (node.type === "element" && node.tagName === "pre");
  const children = node.children.map((child) => write(child as Node, isPre)).join("");
  if (node.type === "root") return children;
  const shown = isPre ? children : children.trim();
  return `<${node.tagName}${attributesOf(node)}>${shown}</${node.tagName}>`;
}

/** HTML in one form: what a browser would make of it, without the ids of headings. */
export const canonicalHtml = (html: string): string =>
  write(fragment.parse(html.trimEnd()), false)
    .replace(
      /(<\/?(?:p|h\d|ul|ol|li|pre|blockquote|table|thead|tbody|tr|td|th|hr|section|div)[^>]*>) +/g,
      "$1",
    )
    .replace(
      / +(<\/?(?:p|h\d|ul|ol|li|pre|blockquote|table|thead|tbody|tr|td|th|hr|section|div)[ >])/g,
      "$1",
    )
    .trim();

const elements = new Set(
  "a blockquote br code del details em h1 h2 h3 h4 h5 h6 hr img input kbd li ol p pre section strong sub summary sup table tbody td th thead tr ul".split(
    " ",
  ),
);

const isUnsafeAttribute = (name: string, value: unknown): boolean =>
  /^on|style|srcdoc/i.test(name) ||
  (/href|src/i.test(name) && /^\s*(?!https?:|mailto:)[a-z]+:/i.test(String(value)));

/** What a browser could run in HTML that Markdown alone has made: nothing, one hopes. */
export function unsafeIn(html: string): readonly string[] {
  const found: string[] = [];
  visit(fragment.parse(html), "element", ({ tagName, properties }) => {
    if (!elements.has(tagName)) found.push(tagName);
    for (const [name, value] of Object.entries(properties)) {
      if (isUnsafeAttribute(name, value)) found.push(`${tagName} ${name}=${String(value)}`);
    }
  });
  return found;
}
