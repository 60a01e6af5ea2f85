import type { MdastPluginDefinition, MdastVisitorContext } from "satteri";
import { engine } from "./engine.ts";
import { placesInRawHtml } from "./raw-html.ts";

/** From 1; columns in UTF-16 code units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Where the links and headings of a page are written, in its order. */
export interface Places {
  /** A link by reference is written where its definition is. */
  readonly links: readonly Place[];
  readonly headings: readonly Place[];
}

interface Found {
  readonly links: Map<string, Place[]>;
  readonly definitions: Map<string, Place>;
  readonly headings: Place[];
}

interface Node {
  readonly url?: string | undefined;
  readonly value?: string | undefined;
  readonly position?: { readonly start: Place } | undefined;
}

const nowhere: Place = { line: 1, column: 1 };

const foundBy = (context: MdastVisitorContext): Found => context.data["found"] as Found;

const placeOf = ({ position }: Node): Place =>
  position ? { line: position.start.line, column: position.start.column } : nowhere;

/** Both engines and browsers escape URLs in their own ways; what they mean is compared. */
function meaningOf(url: string): string {
  return url.replaceAll("%25", "%").replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes;
    }
  });
}

function addLink(found: Found, url: string, place: Place): void {
  const key = meaningOf(url);
  const places = found.links.get(key);
  if (places) places.push(place);
  else found.links.set(key, [place]);
}

const visitLink = (node: Node, context: MdastVisitorContext): void =>
  addLink(foundBy(context), node.url ?? "", placeOf(node));

function visitDefinition(node: Node, context: MdastVisitorContext): void {
  const { definitions } = foundBy(context);
  const key = meaningOf(node.url ?? "");
  if (!definitions.has(key)) definitions.set(key, placeOf(node));
}

function visitHtml(node: Node, context: MdastVisitorContext): void {
  const source = (): string => context.source;
  for (const { url, place } of placesInRawHtml(node.value ?? "", placeOf(node), source)) {
    addLink(foundBy(context), url, place);
  }
}

function visitHeading(node: Node, context: MdastVisitorContext): void {
  foundBy(context).headings.push(placeOf(node));
}

const collect: MdastPluginDefinition = {
  name: "places",
  options: { position: true },
  link: (node, context) => visitLink(node, context),
  image: (node, context) => visitLink(node, context),
  definition: (node, context) => visitDefinition(node, context),
  html: (node, context) => visitHtml(node, context),
  heading: (node, context) => visitHeading(node, context),
};

/** Parses a page once more, with places: only a page with a broken link needs them. */
export function locate(markdown: string, links: readonly { readonly url: string }[]): Places {
  const found: Found = { links: new Map(), definitions: new Map(), headings: [] };
  void engine().markdownToHtml(markdown, { data: { found }, mdastPlugins: [collect] });
  return { links: links.map(({ url }) => nextPlace(found, url)), headings: found.headings };
}

/** Of several links to one URL, each gets its own place. */
function nextPlace({ links, definitions }: Found, url: string): Place {
  const key = meaningOf(url);
  return links.get(key)?.shift() ?? definitions.get(key) ?? nowhere;
}
