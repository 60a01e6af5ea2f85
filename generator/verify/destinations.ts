import type { Destination, Document } from "./document.ts";

/** Everything in one part of the output (`md/` or `site/`) that a link can lead to. */
export interface Destinations {
  /** With a final `/`. */
  readonly root: string;
  /** What a link to a folder means. */
  readonly entryName: string;
  readonly files: ReadonlySet<string>;
  readonly pages: ReadonlySet<string>;
  /** What other runs make around them. */
  readonly beside?: ReadonlySet<string>;
  /** The anchors of a page; nothing for a file that is none. */
  readonly anchorsOf: (path: string) => ReadonlySet<string> | undefined;
  /** The one object for a place. */
  readonly at: (path: string, fragment: string) => Destination;
}

export function destinationsOf(
  root: string,
  documents: readonly Document[],
  files: readonly string[],
): Destinations {
  const pages = new Map(documents.map(({ path, anchors }) => [path, anchors]));
  const known = new Map<string, ReadonlySet<string>>();
  const interned = new Map<string, Map<string, Destination>>();
  return {
    root,
    entryName: root === "md/" ? "README.md" : "index.html",
    files: new Set([...files, ...pages.keys()]),
    pages: new Set(pages.keys()),
    anchorsOf: (path) => {
      const anchors = known.get(path) ?? (pages.has(path) ? new Set(pages.get(path)) : undefined);
      if (anchors) known.set(path, anchors);
      return anchors;
    },
    at: (path, fragment) => {
      const places = interned.get(path) ?? new Map<string, Destination>();
      interned.set(path, places);
      const place = places.get(fragment) ?? { path, fragment };
      places.set(fragment, place);
      return place;
    },
  };
}
