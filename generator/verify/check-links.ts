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
  let [internal, external] = [0, 0];
  const resolveFrom = cachedResolver(destinations);
  for (const document of documents) {
    const places = new Set<Destination>();
    leadsTo.set(document, places);
    for (const link of document.links) {
      const resolution = resolveFrom(document.path, link.url);
      if ("to" in resolution) {
        internal++;
        places.add(resolution.to);
      } else if ("external" in resolution) external++;
      else {
        const isSuggested = broken.length < suggestedLinks;
        const suggestions = isSuggested
          ? suggestLinks(resolution, document.path, destinations)
          : [];
        broken.push({ document, link, defect: resolution.defect, suggestions });
      }
    }
  }
  return { documents, destinations, leadsTo, broken, internal, external };
}

/** Neighbours write the same links, in their navigation above all: each is resolved once a folder. */
function cachedResolver(destinations: Destinations): (from: string, url: string) => Resolution {
  const folders = new Map<string, Map<string, Resolution>>();
  return (from, url) => {
    if (url.startsWith("#") || url.startsWith("?")) return resolve(url, from, destinations);
    const folder = from.slice(0, from.lastIndexOf("/"));
    const known = folders.get(folder) ?? new Map<string, Resolution>();
    folders.set(folder, known);
    const resolution = known.get(url) ?? resolve(url, from, destinations);
    known.set(url, resolution);
    return resolution;
  };
}
