import type { Html, Image, Link, PhrasingContent, Text } from "mdast";
import { toString } from "mdast-util-to-string";
import { encodeAttribute } from "../../entities.ts";
import { isSafeUrl } from "../../escape/index.ts";
import type { ProseContext } from "../context.ts";
import { isAbsolute, resolveTarget } from "../targets.ts";
import { findWikiLinks, type WikiLink } from "../wiki-links.ts";

export const textNode = (value: string): Text => ({ type: "text", value });
export const htmlNode = (value: string): Html => ({ type: "html", value });

const linkNode = (url: string, children: readonly PhrasingContent[]): Link => ({
  type: "link",
  url,
  children: [...children],
});

/** An anchor of the author's own, in the one form that every forge keeps. */
export const anchorNode = (id: string, { idPrefix }: ProseContext): Html =>
  htmlNode(`<a id="${encodeAttribute((idPrefix === "" ? "" : `${idPrefix}-`) + id)}"></a>`);

/** The links of a text to items; those whose brackets its author escaped are none. */
function linksIn({ value, position }: Text, { source }: ProseContext): readonly WikiLink[] {
  const links = findWikiLinks(value);
  if (!position || links.length === 0) return links;
  const { start, end } = position;
  const written = [...findWikiLinks(source.slice(start.offset, end.offset))];
  return links.filter((link) => link.name === written[0]?.name && written.shift());
}

/** Text with its links to items: what leads nowhere stays as its words. */
export function rewriteText(node: Text, context: ProseContext): readonly PhrasingContent[] {
  const { value } = node;
  const parts: PhrasingContent[] = [];
  let done = 0;
  for (const { name, text, start, end } of linksIn(node, context)) {
    if (start > done) parts.push(textNode(value.slice(done, start)));
    const found = context.link({ kind: "name", to: name });
    const words = textNode(text ?? found?.text ?? name);
    const href = context.inLink ? undefined : found?.href;
    parts.push(href === undefined ? words : linkNode(href, [words]));
    done = end;
  }
  if (done < value.length) parts.push(textNode(value.slice(done)));
  return parts;
}

/** Where a link leads on the page that shows it; nothing when it may not be followed. */
export function hrefOf(
  url: string,
  kind: "link" | "image",
  context: ProseContext,
): string | undefined {
  if (!isSafeUrl(url)) return undefined;
  const target = resolveTarget(url, context.file, kind);
  if (target) return context.link(target)?.href;
  return isAbsolute(url) ? url : undefined;
}

const harmful = /^\s*(?:javascript|vbscript|data|file)\s*:/i;

/** An address that browsers do not open still tells a reader where something is. */
export const isShownAlone = (url: string): boolean =>
  /^[a-z][a-z0-9+.-]*:[\w/]/i.test(url) && !isSafeUrl(url) && !harmful.test(url);

const shownAddress = (url: string): readonly PhrasingContent[] =>
  isShownAlone(url) ? [textNode(" ("), { type: "inlineCode", value: url }, textNode(")")] : [];

/** A link with its words rewritten, or the words alone. */
export function rewriteLink(
  { url, title }: { readonly url: string; readonly title?: string | null | undefined },
  children: readonly PhrasingContent[],
  context: ProseContext,
): readonly PhrasingContent[] {
  const href = context.inLink ? undefined : hrefOf(url, "link", context);
  if (href === undefined) {
    const isSaid = toString({ type: "paragraph", children: [...children] }).includes(url);
    return isSaid ? children : [...children, ...shownAddress(url)];
  }
  return [{ ...linkNode(href, children), ...(title && { title }) }];
}

/** What the last part of an address says, for an image without words. */
const shortName = (href: string): string => /([^/?#]+)\/?(?:[?#].*)?$/.exec(href)?.[1] ?? href;

/** An image of the project; one from elsewhere becomes a link, so that no page calls out by itself. */
export function rewriteImage(
  { url, alt, title }: Pick<Image, "url" | "alt" | "title">,
  context: ProseContext,
): readonly PhrasingContent[] {
  const words = alt ?? "";
  const href = hrefOf(url, "image", context);
  if (href === undefined) return words === "" ? [] : [textNode(words)];
  if (!isAbsolute(href)) {
    return [{ type: "image", url: href, alt: words, ...(title && { title }) }];
  }
  const label = textNode(words === "" ? shortName(href) : words);
  return context.inLink ? [label] : [linkNode(href, [label])];
}
