import type { MarkdownToHtmlResult, MdastPluginDefinition, MdastVisitorContext } from "satteri";
import { engine } from "./engine.ts";
import { type PageLink, type RawHtml, readRawHtml } from "./raw-html.ts";
import { plainText } from "./plain-text.ts";
import { pageSlugs } from "./slug.ts";

export interface PageHeading {
  readonly depth: number;
  readonly text: string;
  readonly id: string;
  readonly line: number;
}

/** All that the check of a page and its site need, from one parse. */
export interface ParsedPage {
  readonly html: string;
  /** As written, before `rewrite`. Lines and columns from 1, columns in UTF-16 code units. */
  readonly links: readonly PageLink[];
  /** Fragments that can be linked to: of headings, and of `id` and `name` in raw HTML. */
  readonly anchors: readonly string[];
  readonly headings: readonly PageHeading[];
  /** The words alone. */
  readonly text: string;
}

export interface ParseOptions {
  /** What a link leads to in the HTML: `guia.md` → `guia.html`. */
  readonly rewrite?: (url: string) => string;
  readonly footnotes?: { readonly label: string; readonly back: string };
}

interface Collector {
  readonly links: PageLink[];
  readonly ids: string[];
  readonly headings: PageHeading[];
  readonly slug: (text: string) => string;
  readonly rewrite: ((url: string) => string) | undefined;
}

interface Placed {
  readonly position?: { readonly start: { readonly line: number; readonly column: number } };
}

const collectorOf = (context: MdastVisitorContext): Collector => context.data["page"] as Collector;

const placeOf = ({ position }: Placed): { line: number; column: number } => ({
  line: position?.start.line ?? 1,
  column: position?.start.column ?? 1,
});

function visitLink(node: Placed & { url: string }, context: MdastVisitorContext): void {
  const { links, rewrite } = collectorOf(context);
  const kind = (node as { type?: string }).type as "link" | "image" | "definition";
  links.push({ url: node.url, kind, ...placeOf(node) });
  const url = rewrite?.(node.url) ?? node.url;
  if (url !== node.url) context.setProperty(node as never, "url" as never, url as never);
}

function visitHtml(node: Placed & { value: string }, context: MdastVisitorContext): void {
  const { links, ids, rewrite } = collectorOf(context);
  const raw: RawHtml = readRawHtml(node.value, {
    place: placeOf(node),
    source: () => context.source,
    rewrite,
  });
  links.push(...raw.links);
  ids.push(...raw.ids);
  if (raw.html !== node.value)
    context.setProperty(node as never, "value" as never, raw.html as never);
}

function visitHeading(node: Placed & { depth: number }, context: MdastVisitorContext): void {
  const { headings, slug } = collectorOf(context);
  const text = context.textContent(node as never, { includeHtml: false }).trim();
  const id = slug(text);
  headings.push({ depth: node.depth, text, id, line: placeOf(node).line });
  context.setProperty(node as never, "data", { hProperties: { id } });
}

const collect: MdastPluginDefinition = {
  name: "rastro",
  options: { position: true },
  link: visitLink as never,
  image: visitLink as never,
  definition: visitLink as never,
  html: visitHtml as never,
  heading: visitHeading as never,
};

/** An id that raw HTML of the page gives already is not given to a heading as well. */
function withoutDoubledIds(html: string, { headings, ids }: Collector): string {
  if (ids.length === 0) return html;
  const given = new Set(ids);
  return headings
    .filter(({ id }) => given.has(id))
    .reduce(
      (text, { depth, id }) =>
        text.replace(`<h${String(depth)} id="${id}">`, `<h${String(depth)}>`),
      html,
    );
}

/** One parse of a page with the native engine: its HTML, links, anchors, headings and words. */
export function parsePage(markdown: string, options: ParseOptions = {}): ParsedPage {
  const page: Collector = {
    links: [],
    ids: [],
    headings: [],
    slug: pageSlugs(),
    rewrite: options.rewrite,
  };
  const { label = "Notas", back = "Voltar à referência {reference}" } = {
    label: options.footnotes?.label,
    back: options.footnotes?.back,
  };
  const rendered = engine().markdownToHtml(markdown, {
    data: { page },
    features: { gfm: { footnotes: { label, backLabel: back } } },
    mdastPlugins: [collect],
  }) as MarkdownToHtmlResult;
  const html = withoutDoubledIds(rendered.html, page);
  return {
    html,
    links: page.links,
    anchors: [...new Set([...page.headings.map(({ id }) => id), ...page.ids])],
    headings: page.headings,
    text: plainText(html),
  };
}
