import { isBelow } from "./find-sites.ts";
import type { NamedPath } from "../named-path.ts";
import type { Tree } from "../tree.ts";
import { resolvePath } from "../written-url.ts";

const locale = /^[a-z]{2,3}(?:-[A-Za-z]{2,4})?\//;

/** The paths in the folder at which a site looks for an address, beside the one that it names. */
export function placesOf({ from, way }: NamedPath, tree: Tree): readonly string[] {
  return way.startsWith("/") ? fromRoot(way, tree) : fromPage(from, way, tree);
}

/** `/docs/guia` of a site that lies at `/docs/`; a page that is not translated is the original. */
function fromRoot(way: string, { base, dialect, site }: Tree): readonly string[] {
  const rest = way.startsWith(base) ? way.slice(base.length) : way.slice(1);
  const roots = ["", ...dialect.publicFolders, ...(site?.roots ?? [])];
  const original = site && locale.test(rest) ? rest.replace(locale, "") : undefined;
  const ways = original === undefined ? [rest] : [rest, original, `en/${original}`];
  return ways.flatMap((each) => roots.map((root) => resolvePath("", `/${root}/${each}`)));
}

/** Sites that look for a name in their roots, too. */
const byRoots: ReadonlySet<string> = new Set(["docusaurus", "docsify"]);

/** An address of a site is relative to that of its page, which may end in a `/`. */
function fromPage(from: string, way: string, { dialect, site }: Tree): readonly string[] {
  const isAddress = dialect.isSite && !/\.mdx?$/i.test(way);
  const address = from.replace(/(?:(?:^|\/)(?:index|README))?\.mdx?$/i, "");
  const served = isAddress ? [resolvePath(`${address}/`, way)] : [];
  const named = site && byRoots.has(site.dialect) ? site.roots.map((root) => `${root}/${way}`) : [];
  served.push(...named.map((each) => resolvePath("", each)));
  const path = resolvePath(from, way);
  const own = site?.roots.find((root) => isBelow(path, root));
  if (!site || own === undefined) return served;
  const inside = own === "" ? path : path.slice(own.length + 1);
  const gaps = site.roots.filter((root) => root !== own);
  return [...served, ...gaps.map((root) => (root === "" ? inside : `${root}/${inside}`))];
}
