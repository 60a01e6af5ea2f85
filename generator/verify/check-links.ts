import { type Destinations, destinationsOf } from "./destinations.ts";
import type { BrokenLink, Destination, Document, Part, WrittenLink } from "./document.ts";
import { type Defective, type Resolution, resolve, suggestLinks } from "./resolve.ts";

/** One half of the output, and where its links lead. */
export interface CheckedPart {
  readonly documents: readonly Document[];
  readonly destinations: Destinations;
  /** By document, what its parts lead to; a part that documents share leads to the same object. */
  readonly leadsTo: ReadonlyMap<Document, readonly Reach[]>;
  readonly broken: readonly BrokenLink[];
  readonly internal: number;
  readonly external: number;
}

/** Where the links of a part lead. */
export interface Reach {
  /** On other pages; a place that several links lead to is there several times. */
  readonly places: readonly Destination[];
  /** Fragments of the page itself. */
  readonly own: readonly string[];
  readonly internal: number;
  readonly external: number;
  readonly broken: readonly { readonly link: WrittenLink; readonly resolution: Defective }[];
}

/** Suggestions compare with every file; a site that is broken throughout needs no more. */
const suggestedLinks = 50;

/** `md/a/README.md` → `site/a/index.html` */
export const sitePath = (path: string): string =>
  path
    .replace(/^md\//, "site/")
    .replace(/\/README\.md$/, "/index.md")
    .replace(/\.md$/, ".html");

/** What a link can lead to besides documents, by its path in the output. */
interface Around {
  /** All files of the output. */
  readonly paths: readonly string[];
  /** What other runs make around them. */
  readonly beside?: ReadonlySet<string>;
}

/** Resolves every link of every document below `root`. */
export function checkPart(
  root: string,
  documents: readonly Document[],
  { paths, beside = new Set() }: Around,
): CheckedPart {
  const files = paths.filter((path) => path.startsWith(root));
  const destinations = { ...destinationsOf(root, documents, files), beside };
  const reachOf = cachedReach(destinations);
  const leadsTo = new Map<Document, readonly Reach[]>();
  const broken: BrokenLink[] = [];
  let internal = 0;
  let external = 0;
  for (const document of documents) {
    const reaches = document.parts.map((part) => reachOf(part, document.path));
    leadsTo.set(document, reaches);
    for (const reach of reaches) {
      internal += reach.internal;
      external += reach.external;
      for (const { link, resolution } of reach.broken) {
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

/** An address that begins so is about the page that it stands on. */
const aboutItself = /^[\u0000- ]*[?#]/;

interface Folder {
  readonly parts: Map<Part, Reach>;
  readonly links: Map<string, Resolution>;
}

/**
 * Neighbours share parts, their navigation above all, and write the same links elsewhere: each part
 * and each link is resolved once a folder, apart from those about the page itself.
 */
function cachedReach(destinations: Destinations): (part: Part, from: string) => Reach {
  const folders = new Map<string, Folder>();
  return (part, from) => {
    const name = from.slice(0, from.lastIndexOf("/"));
    const folder: Folder = folders.get(name) ?? { parts: new Map(), links: new Map() };
    folders.set(name, folder);
    const known = folder.parts.get(part);
    if (known) return known;
    const reach = reachOf(part, ({ url }) => {
      if (aboutItself.test(url)) return resolve(url, from, destinations);
      const resolution = folder.links.get(url) ?? resolve(url, from, destinations);
      folder.links.set(url, resolution);
      return resolution;
    });
    if (!part.links.some(({ url }) => aboutItself.test(url))) folder.parts.set(part, reach);
    return reach;
  };
}

function reachOf({ links }: Part, resolveLink: (link: WrittenLink) => Resolution): Reach {
  const places: Destination[] = [];
  const own: string[] = [];
  const broken: Reach["broken"][number][] = [];
  let external = 0;
  for (const link of links) {
    const resolution = resolveLink(link);
    if ("to" in resolution) places.push(resolution.to);
    else if ("own" in resolution) own.push(resolution.own);
    else if ("external" in resolution) external++;
    else broken.push({ link, resolution });
  }
  return { places, own, internal: places.length + own.length, external, broken };
}
