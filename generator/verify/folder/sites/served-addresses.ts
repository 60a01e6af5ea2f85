import type { KnownPage } from "../folder-page.ts";

/** Finds the page that a site serves at an address, though its file is called otherwise. */
export type ServedAddresses = (
  ways: readonly string[],
  /** Whether any page of that name will do: nobody knows how the site makes addresses. */
  isLoose: boolean,
) => ServedPage | undefined;

export interface ServedPage {
  readonly path: string;
  /** Whether it is that page, and not only one that is called so. */
  readonly isSure: boolean;
}

interface Address {
  /** From the root of the folder, or of its site. */
  readonly way: string;
  readonly path: string;
}

/** What sites read in front matter and in names of files, and how they make addresses of it. */
export function servedAddresses(pages: Iterable<KnownPage>): ServedAddresses {
  const byLast = new Map<string, Address[]>();
  for (const page of pages) {
    for (const way of waysTo(page)) {
      const last = lastOf(way);
      const known = byLast.get(last);
      if (known) known.push({ way, path: page.path });
      else byLast.set(last, [{ way, path: page.path }]);
    }
  }
  return (ways, isLoose) => {
    const wanted = [...new Set(ways.flatMap(spellings))].filter((way) => way !== "");
    for (const likeness of likenesses) {
      for (const way of wanted) {
        const found = byLast.get(lastOf(way))?.find((each) => likeness.isMet(each.way, way));
        if (found) return { path: found.path, isSure: likeness.isSure };
      }
    }
    const [name] = isLoose ? wanted.flatMap((way) => byLast.get(lastOf(way)) ?? []) : [];
    return name && { path: name.path, isSure: false };
  };
}

/** A site may lie anywhere on its host, and versions of it beside each other. */
const likenesses = [
  { isSure: true, isMet: (served: string, way: string) => served === way },
  { isSure: false, isMet: (served: string, way: string) => isTail(served, way) },
  { isSure: false, isMet: (served: string, way: string) => isTail(way, served) },
] as const;

const isTail = (whole: string, tail: string): boolean => tail !== "" && whole.endsWith(`/${tail}`);

const lastOf = (way: string): string => way.slice(way.lastIndexOf("/") + 1);

/** `02-guia`, `2.guia` and `_docs` lie in an order, or apart, that their addresses do not tell. */
const withoutOrder = (way: string): string => way.replace(/(^|\/)(?:\d+[-_.]\s*(?=\D)|_)/g, "$1");

/** `/docs/next/guia`, `/docs/4.x/guia`: the pages of a version, if there is more than one. */
const withoutVersion = (way: string): string =>
  way.replace(/(^|\/)(?:next|latest|current|stable|v?\d+(?:\.[\dx]+)*)\/(?=.)/, "$1");

const withoutEnd = (way: string): string =>
  way.replace(/\.(?:mdx?|markdown|html?)$/i, "").replace(/(?:^|\/)(?:_?index|README)$/i, "");

function spellings(way: string): readonly string[] {
  const plain = withoutEnd(way.replace(/^\/+|\/+$/g, "")).toLowerCase();
  return [withoutOrder(plain), withoutOrder(withoutVersion(plain))];
}

const dated = /^(\d{4})-(\d{2})-(\d{2})-(.+)$/;

function waysTo({ path, matter }: KnownPage): readonly string[] {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const name = withoutEnd(path.slice(folder.length));
  const date = dated.exec(name);
  const byDate = date ? [`${folder}${date.slice(1).join("/")}`, ...isoDate(date, matter)] : [];
  const { id, slug, addresses = [] } = matter ?? {};
  const named = [id, slug].flatMap((each) => {
    if (each === undefined) return [];
    return [each.startsWith("/") ? each : `${folder}${each}`];
  });
  const ways = [withoutEnd(path), ...byDate, ...named, ...addresses];
  const plain = ways.map((way) => withoutEnd(way.replace(/^\/+|\/+$/g, "")).toLowerCase());
  return [...new Set(plain.map(withoutOrder))];
}

/** A slug takes the place of the date, or only of the words behind it. */
const isoDate = (
  [, year = "", month = "", day = ""]: RegExpExecArray,
  matter: KnownPage["matter"],
) => (matter?.slug === undefined ? [] : [`${year}/${month}/${day}/${matter.slug}`]);

/** Whether some site has that address: it may take the text of a page from where that lies. */
export const isForSite = (way: string, { sites, served }: SitesOfFolder): boolean =>
  sites.length > 0 &&
  /^\.\.?\/.*\/[^/.]+(?:\.html)?\/?$/i.test(way) &&
  served?.([way.replace(/^(?:\.\.?\/)+/, "")], false) !== undefined;

interface SitesOfFolder {
  readonly sites: readonly unknown[];
  readonly served?: ServedAddresses;
}
