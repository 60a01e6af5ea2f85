import type { Nodes } from "mdast";
import type { Reference } from "#model/fact.ts";
import type { ItemId } from "#model/item.ts";
import type { Prose } from "#model/pages/prose.ts";
import { isUntouched } from "./rewrite/is-untouched.ts";
import { mayLink } from "./may-link.ts";
import { placeIn } from "./place.ts";
import { parseProse } from "./parse-prose.ts";
import { resolveTarget } from "./targets.ts";
import { walk } from "./walk.ts";
import { findWikiLinks } from "./wiki-links.ts";

/** A name in a text, and where it begins there. */
interface Mention {
  readonly to: string;
  /** The address, when it is not a name. */
  readonly written?: string;
  readonly offset: number;
}

const offsetOf = (node: Nodes): number => node.position?.start.offset ?? 0;

/** Found in the source of the node, where its offsets are exact whatever was escaped in it. */
function mentionsInText(node: Nodes, text: string): readonly Mention[] {
  const start = offsetOf(node);
  const source = text.slice(start, node.position?.end.offset ?? start);
  return findWikiLinks(source).map((link) => ({ to: link.name, offset: start + link.start }));
}

function mentionsOf(node: Nodes, { text, location }: Prose): readonly Mention[] {
  switch (node.type) {
    case "text":
      return mentionsInText(node, text);
    case "link":
    case "definition":
    case "image": {
      const kind = node.type === "image" ? "image" : "link";
      const target = resolveTarget(node.url, location.file, kind);
      return target ? [{ to: target.to, written: node.url, offset: offsetOf(node) }] : [];
    }
    default:
      return [];
  }
}

/** What somebody's text links to: items by name, pages and files by path, each on its line. */
export function readProse(prose: Prose, from: ItemId): readonly Reference[] {
  if (!mayLink(prose) || isUntouched(prose.text.trim())) return [];
  const mentions: Mention[] = [];
  walk(parseProse(prose.text), (node) => {
    mentions.push(...mentionsOf(node, prose));
  });
  return mentions.map(({ to, written, offset }) => ({
    from,
    role: "mentions",
    to,
    ...(written !== undefined && { written }),
    location: placeIn(prose, offset),
  }));
}
