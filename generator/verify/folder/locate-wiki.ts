import type { FolderPage } from "./folder-page.ts";
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
  for (const path of tree.pages.keys()) {
    names.set(plain(path), path);
    const name = plain(path.slice(path.lastIndexOf("/") + 1));
    if (!names.has(name)) names.set(name, path);
  }
  pagesByName.set(tree, names);
  return names;
}

/** `[[Page#Heading]]`, by the name of the page and the words of the heading. */
export function locateWiki(written: string, page: FolderPage, tree: Tree): Verdict {
  // `[[toc]]` is where some programs put the contents of the page.
  if (/^_?toc_?$/i.test(written)) return { isExternal: true, defects: [] };
  const [name = "", heading] = written.split(/#(.*)/s);
  const names = namesIn(tree);
  const to = name === "" ? page.path : (names.get(plain(name)) ?? fileNamed(name, tree));
  if (to === undefined) {
    const near = tree.suggest(plain(name), names.keys()).flatMap((each) => names.get(each) ?? []);
    return { defects: [{ code: "verify/missing-wiki-target", ...suggested(...near) }] };
  }
  return { to, defects: heading === undefined ? [] : headingDefects(heading, to, tree) };
}

const fileNamed = (name: string, tree: Tree): string | undefined =>
  tree.files.has(name) ? name : tree.named(name)[0];

function headingDefects(heading: string, to: string, tree: Tree): readonly Defect[] {
  const anchors = tree.pages.get(to)?.anchors;
  const wanted = plain(tree.dialect.slug(heading.split("#").at(-1) ?? ""));
  const isBlock = heading.startsWith("^");
  if (!anchors || isBlock || [...anchors.keys()].some((id) => plain(id) === wanted)) return [];
  return [{ code: "verify/missing-anchor" }];
}
