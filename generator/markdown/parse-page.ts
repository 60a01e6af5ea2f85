import { engine } from "./engine.ts";
import { locate, type Places } from "./locate.ts";
import { plainText } from "./plain-text.ts";
import { type HtmlHeading, type HtmlLink, scanHtml } from "./scan-html.ts";
import { pageSlugs } from "./slug.ts";

/** All that the check of a page and its site need, from one parse. */
export interface ParsedPage {
  readonly html: string;
  readonly links: readonly HtmlLink[];
  /** Fragments that can be linked to: of headings, and of `id` and `name` in raw HTML. */
  readonly anchors: readonly string[];
  readonly headings: readonly HtmlHeading[];
  /** The words alone. */
  readonly text: () => string;
  /** Where each link and heading is written, in the order of `links` and `headings`. */
  readonly places: () => Places;
}

export interface ParseOptions {
  /** What a link leads to in the HTML: `guia.md` → `guia.html`. */
  readonly rewrite?: (url: string) => string;
  /** The words of the notes' heading, and of the way back; `{reference}` is the note's number. */
  readonly footnotes?: { readonly label: string; readonly back: string };
}

const inPortuguese = { label: "Notas", back: "Voltar à referência {reference}" };

/**
 * One parse of a page with the native engine: its HTML, links, anchors and headings. Places and
 * words cost as much again and few ask for them, so they are found when they are asked for.
 */
export function parsePage(markdown: string, options: ParseOptions = {}): ParsedPage {
  const { label, back } = options.footnotes ?? inPortuguese;
  // Engines differ on NUL, which no page means.
  const source = markdown.replaceAll("\u0000", "\ufffd");
  const rendered = engine().markdownToHtml(source, {
    features: { gfm: { footnotes: { label, backLabel: back } } },
  });
  const { html, links, ids, headings } = scanHtml(rendered.html, pageSlugs(), options.rewrite);
  return {
    html,
    links,
    headings,
    // A heading of signs alone has no slug, and nothing leads to it.
    anchors: [...new Set([...headings.map(({ id }) => id), ...ids])].filter((id) => id !== ""),
    text: () => plainText(html),
    places: placesOf(source, links),
  };
}

/** Apart from the HTML, which would stay in memory as long as the places may be asked for. */
function placesOf(source: string, links: readonly HtmlLink[]): () => Places {
  let places: Places | undefined;
  return () => (places ??= locate(source, links));
}
