import { anchorIds } from "./anchors.ts";
import { isPage, type KnownPage } from "./folder-page.ts";
import type { Tree } from "./tree.ts";
import { type Defect, suggested, type Verdict } from "./verdict.ts";

const plain = (name: string): string =>
  name
    .normalize("NFC")
    .toLowerCase()
    .replace(/\.(?:md|markdown|mdx)$/, "")
    .replace(/[\s_-]+/g, "-");

const pagesByName = new WeakMap<Tree, ReadonlyMap<string, string>>();

/** Wikis name pages wherever they lie, with or without folder, dashes for spaces. */
function namesIn(tree: Tree): ReadonlyMap<string, string> {
  const known = pagesByName.get(tree);
  if (known) return known;
  const names = new Map<string, string>();
  for (const path of tree.folder.files.filter(isPage)) {
    names.set(plain(path), path);
    const name = plain(path.slice(path.lastIndexOf("/") + 1));
    if (!names.has(name)) names.set(name, path);
  }
  pagesByName.set(tree, names);
  return names;
}

/** `[[Page#Heading]]`, by the name of the page and the words of the heading. */
export function locateWiki(written: string, from: string, tree: Tree): Verdict {
  // `[[toc]]` is where some programs put the contents of the page.
  if (/^_?toc_?$/i.test(written)) return { isExternal: true, defects: [] };
  const [name = "", heading] = written.split(/#(.*)/s);
  const names = namesIn(tree);
  const to = name === "" ? from : (names.get(plain(name)) ?? fileNamed(name, tree));
  if (to === undefined) {
    const near = tree.suggest(plain(name), names.keys()).flatMap((each) => names.get(each) ?? []);
    return { defects: [{ code: "verify/missing-wiki-target", ...suggested(...near) }] };
  }
  const ask = (page: KnownPage | undefined) => headingDefects(heading ?? "^", page, tree);
  return { to, defects: [], ...(heading !== undefined && { ask }) };
}

const fileNamed = (name: string, tree: Tree): string | undefined =>
  tree.files.has(name) ? name : tree.named(name)[0];

function headingDefects(
  heading: string,
  page: KnownPage | undefined,
  tree: Tree,
): readonly Defect[] {
  const wanted = plain(tree.dialect.slug(heading.split("#").at(-1) ?? ""));
  const isBlock = heading.startsWith("^");
  if (!page || isBlock) return [];
  if (anchorIds(page.anchors).some((id) => plain(id) === wanted)) return [];
  return [{ code: "verify/missing-anchor" }];
}
