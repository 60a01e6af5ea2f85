import type { Destination, Document } from "./document.ts";

/** Everything in one part of the output (`md/` or `site/`) that a link can lead to. */
export interface Destinations {
  /** With a final `/`. */
  readonly root: string;
  /** What a link to a folder means. */
  readonly entryName: string;
  /** Every file, with its anchors where it is a page. */
  readonly files: ReadonlyMap<string, ReadonlySet<string> | undefined>;
  readonly pages: ReadonlySet<string>;
  /** The one object for a place. */
  readonly at: (path: string, fragment: string) => Destination;
}

export function destinationsOf(
  root: string,
  documents: readonly Document[],
  files: readonly string[],
): Destinations {
  const interned = new Map<string, Map<string, Destination>>();
  return {
    root,
    entryName: root === "md/" ? "README.md" : "index.html",
    files: new Map<string, ReadonlySet<string> | undefined>([
      ...files.map((path) => [path, undefined] as const),
      ...documents.map(({ path, anchors }) => [path, new Set(anchors)] as const),
    ]),
    pages: new Set(documents.map(({ path }) => path)),
    at: (path, fragment) => {
      const places = interned.get(path) ?? new Map<string, Destination>();
      interned.set(path, places);
      const place = places.get(fragment) ?? { path, fragment };
      places.set(fragment, place);
      return place;
    },
  };
}
