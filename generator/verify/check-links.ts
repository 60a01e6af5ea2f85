import { type Destinations, destinationsOf } from "./destinations.ts";
import type { BrokenLink, Destination, Document } from "./document.ts";
import { type Resolution, resolve, suggestLinks } from "./resolve.ts";

/** One part of the output, and where its links lead. */
export interface CheckedPart {
  readonly documents: readonly Document[];
  readonly destinations: Destinations;
  /** By document, the places in the output that it leads to. */
  readonly leadsTo: ReadonlyMap<Document, ReadonlySet<Destination>>;
  readonly broken: readonly BrokenLink[];
  readonly internal: number;
  readonly external: number;
}

/** Suggestions compare with every file; a site that is broken throughout needs no more. */
const suggestedLinks = 50;

/** `md/a/README.md` → `site/a/index.html` */
export const sitePath = (path: string): string =>
  path
    .replace(/^md\//, "site/")
    .replace(/\/README\.md$/, "/index.md")
    .replace(/\.md$/, ".html");

/** Resolves every link of every document below `root`; `paths` are all files of the output. */
export function checkPart(
  root: string,
  documents: readonly Document[],
  paths: readonly string[],
): CheckedPart {
  const files = paths.filter((path) => path.startsWith(root));
  const destinations = destinationsOf(root, documents, files);
  const leadsTo = new Map<Document, Set<Destination>>();
  const broken: BrokenLink[] = [];
  let external = 0;
  const resolverOf = cachedResolvers(destinations);
  for (const document of documents) {
    const places = new Set<Destination>();
    leadsTo.set(document, places);
    const resolveLink = resolverOf(document.path);
    for (const link of document.links) {
      const resolution = resolveLink(link.url);
      if (resolution === "here") continue;
      if ("to" in resolution) places.add(resolution.to);
      else if ("external" in resolution) external++;
      else {
        const isSuggested = broken.length < suggestedLinks;
        const suggestions = isSuggested
          ? suggestLinks(resolution, document.path, destinations)
          : [];
        broken.push({ document, link, defect: resolution.defect, suggestions });
      }
    }
  }
  const links = documents.reduce((count, document) => count + document.links.length, 0);
  const internal = links - external - broken.length;
  return { documents, destinations, leadsTo, broken, internal, external };
}

type LinkResolver = (url: string) => Resolution | "here";

/**
 * Neighbours write the same links, in their navigation above all: each is resolved once a folder.
 * Links within a page, to one of its anchors, need no more than a look.
 */
function cachedResolvers(destinations: Destinations): (from: string) => LinkResolver {
  const folders = new Map<string, Map<string, Resolution>>();
  return (from) => {
    const folder = from.slice(0, from.lastIndexOf("/"));
    const known = folders.get(folder) ?? new Map<string, Resolution>();
    folders.set(folder, known);
    const anchors = destinations.files.get(from);
    return (url) => {
      if (url.startsWith("#")) {
        return anchors?.has(url.slice(1)) ? "here" : resolve(url, from, destinations);
      }
      const cached = known.get(url);
      if (cached) return cached;
      const resolution = resolve(url, from, destinations);
      // An address that begins with `?` is about the page itself.
      if (!url.startsWith("?")) known.set(url, resolution);
      return resolution;
    };
  };
}
