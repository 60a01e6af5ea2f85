import { isBelow } from "./sites/find-sites.ts";
import { isMarkdown } from "./folder-page.ts";
import type { NamedPath } from "./named-path.ts";
import { placesOf } from "./sites/site-places.ts";
import { isForSite } from "./sites/served-addresses.ts";
import type { Tree } from "./tree.ts";
import { certainly, counted, defective, likely, suggested, type Verdict } from "./verdict.ts";
import { resolvePath, writePath } from "./written-url.ts";

/** Finds the file or folder that a link names. Nothing outside the root is looked at. */
export function locateFile(named: NamedPath, tree: Tree): Verdict {
  const path = followAliases(resolvePath(named.from, named.way), tree);
  if (/^\.\.(?:\/|$)/.test(path)) return leaving(path, tree);
  const found = located(path, tree) ?? elsewhere(named, tree) ?? nearly(path, named, tree);
  return found ?? unsettled(path, tree) ?? settled(path, named, tree);
}

/** What the names of files alone tell. */
const nearly = (path: string, named: NamedPath, tree: Tree): Verdict | undefined =>
  withoutLine(path, tree) ??
  backslash(named, tree) ??
  completed(path, named, tree) ??
  bareFolder(path, named, tree);

/** What is left when all pages were read. */
const settled = (path: string, named: NamedPath, tree: Tree): Verdict =>
  served(path, named, tree) ??
  beyond(path, named, tree) ??
  alike(path, named, tree) ??
  missing(path, named, tree);

/** What a forge serves beside the files of a repository. */
const forgePages =
  /^(?:\.\.\/)+(?:-\/)?(?:issues|pulls|pull|wiki|releases|actions|discussions|commit|commits|compare|merge_requests|projects|security|tags|stargazers|network|graphs|blob|tree|raw|archive|milestones?|labels)(?:\/|$)/;

/** Up to the root of a repository a forge goes on; above a folder lies what nobody showed us. */
function leaving(path: string, { folder, dialect }: Tree): Verdict {
  if (!dialect.isSite && forgePages.test(path)) return { isExternal: true, defects: [] };
  const severity = folder.isRepository ? "error" : "warning";
  return defective("verify/leaves-folder", { severity });
}

function followAliases(path: string, { folder: { aliases } }: Tree): string {
  if (aliases.size === 0) return path;
  for (let end = path.length; end > 0; end = path.lastIndexOf("/", end - 1)) {
    const to = aliases.get(path.slice(0, end));
    if (to !== undefined) return `${to}${path.slice(end)}`.replace(/^\//, "");
  }
  return path;
}

function located(path: string, tree: Tree): Verdict | undefined {
  if (tree.files.has(path)) return { to: path, defects: [] };
  const index = indexAmong(tree.folders.get(path) ?? []);
  return index === undefined
    ? undefined
    : { to: path === "" ? index : `${path}/${index}`, defects: [] };
}

/** A forge lists what lies in a folder; a site answers with nothing, unless a program made a page. */
function bareFolder(path: string, named: NamedPath, tree: Tree): Verdict | undefined {
  const to = [path, ...placesOf(named, tree)].find((each) => tree.folders.has(each));
  if (to === undefined) return undefined;
  const isServed = tree.site?.isOpen !== true && tree.dialect.isSite;
  const severity = isServed || /\.html?$/i.test(named.from) ? "warning" : "info";
  return { to, defects: [{ code: "verify/directory-without-index", severity }] };
}

const indexName = /^(?:readme|index|_index)\.(?:md|markdown|mdx|html?|rst|adoc|txt)$/i;

const indexAmong = (names: readonly string[]): string | undefined =>
  names.find((name) => /^readme\.(?:md|markdown)$/i.test(name)) ??
  names.find((name) => indexName.test(name));

/** What a site serves at an address beside the file that lies there. */
function elsewhere(named: NamedPath, tree: Tree): Verdict | undefined {
  for (const path of placesOf(named, tree)) {
    const found = located(path, tree);
    if (found) return found;
  }
  return undefined;
}

/** `src/main.ts:12` names a line, as editors write it. */
function withoutLine(path: string, tree: Tree): Verdict | undefined {
  const file = path.replace(/:\d+(?:[:-]\d+)?$/, "");
  return file !== path && tree.files.has(file) ? { to: file, defects: [] } : undefined;
}

function backslash({ from, way, written }: NamedPath, tree: Tree): Verdict | undefined {
  if (!way.includes("\\")) return undefined;
  const path = resolvePath(from, way.replaceAll("\\", "/"));
  const found = located(path, tree);
  if (!found?.to) return undefined;
  const fixed = written.replaceAll("\\", "/").replaceAll("%5C", "/");
  return { to: found.to, defects: [{ code: "verify/backslash", ...certainly(fixed) }] };
}

/** What a site adds to an address, or takes for it, and a forge does not. */
const completions: readonly ((path: string) => string)[] = [
  (path) => `${path}.md`,
  (path) => `${path}.mdx`,
  (path) => `${path}.html`,
  (path) => path.replace(/\.html?$/i, ".md"),
  (path) =>
    path.replace(
      /(?:^|\/)index(?:\.html?)?$/i,
      (found) => `${found.startsWith("/") ? "/" : ""}README.md`,
    ),
];

function completed(path: string, named: NamedPath, tree: Tree): Verdict | undefined {
  const { from, written, isImage } = named;
  if (isImage || path === "") return undefined;
  const places = [path, ...placesOf(named, tree)];
  const paths = places.flatMap((each) => completions.map((complete) => complete(each)));
  const to = paths.find((each) => each !== path && tree.files.has(each));
  if (to === undefined) return undefined;
  if (tree.dialect.isSite) return { to, defects: [] };
  const url = writePath(from, to, written.replace(/\/$/, ""));
  return { to, defects: [{ code: "verify/missing-extension", ...certainly(url) }] };
}

/** What front matter and history say is known when all pages were read. */
const unsettled = (path: string, tree: Tree): Verdict | undefined =>
  tree.served ? undefined : { missing: namesOf(path, false, tree), defects: [] };

/** Sites whose addresses are the names of their files. */
const byFile: ReadonlySet<string> = new Set(["vitepress", "python-markdown", "mdbook"]);

/** A page whose address is not the name of its file. */
function served(path: string, named: NamedPath, tree: Tree): Verdict | undefined {
  const { way } = named;
  const { site } = tree;
  if (!site || byFile.has(site.dialect) || !isAddress(named)) return undefined;
  const ways = [path, ...placesOf(named, tree), ...(way.startsWith("/") ? [way] : [])];
  const found = tree.served?.(ways, site.isUnknown === true);
  if (!found) return undefined;
  return found.isSure ? { to: found.path, defects: [] } : { isExternal: true, defects: [] };
}

/** Whether a link can name a page by its address, and not only a file. */
const isAddress = ({ way, isImage }: NamedPath): boolean =>
  !isImage && (!/\.[a-z]{2,4}$/i.test(way) || /\.html?$/i.test(way));

/** Sites that are published among others, to which their pages lead. */
const amongOthers: ReadonlySet<string> = new Set(["docfx", "mdbook", "starlight"]);

/** What leads on by itself, or leaves the pages of such a site, is no file of this folder. */
function beyond(path: string, { way }: NamedPath, tree: Tree): Verdict | undefined {
  const { site, redirected } = tree;
  if (redirected.has(path)) return { isExternal: true, defects: [] };
  if (!site || !amongOthers.has(site.dialect)) return undefined;
  const isOwn = way.startsWith("/")
    ? site.dialect !== "docfx"
    : site.content.some((folder) => isBelow(path, folder));
  return isOwn ? undefined : { isExternal: true, defects: [] };
}

function alike(path: string, { from, written }: NamedPath, tree: Tree): Verdict | undefined {
  const paths = [path, ...(tree.dialect.isSite ? [`${path}.md`] : [])];
  const found = paths.flatMap((each) => tree.alike(each));
  const [first] = found;
  if (first === undefined) return undefined;
  const urls = found.map((to) => writePath(from, to, written));
  const isForm = first.normalize("NFC") === path.normalize("NFC");
  const code = isForm ? "verify/other-unicode-form" : "verify/wrong-case";
  // The servers of such sites do not tell case apart.
  const isServed = !isForm && tree.site?.dialect === "docfx";
  const defect = { code, ...counted("info", isServed), ...likely(urls) } as const;
  const index = tree.folders.has(first) ? located(first, tree)?.to : first;
  return { to: index ?? first, defects: [defect] };
}

const picture = /\.(?:png|jpe?g|gif|svg|webp|avif|ico|bmp|mp4|webm|pdf)$/i;

function missing(path: string, named: NamedPath, tree: Tree): Verdict {
  const { isImage } = named;
  const gone = namesOf(path, isImage, tree);
  const left = gone.find((each) => tree.moves?.has(each));
  if (left !== undefined) return moved(left, named, tree);
  const kept = fromBefore(named, tree);
  if (kept) return kept;
  const isAsset = isImage || picture.test(path);
  const code = isAsset ? "verify/missing-image" : "verify/missing-file";
  const more = {
    ...counted("warning", isUnsure(named, tree)),
    ...suggested(...near(path, named, tree)),
  };
  return { ...defective(code, more), missing: gone };
}

const namesOf = (path: string, isImage: boolean, { dialect }: Tree): readonly string[] =>
  dialect.isSite && !isImage ? [path, `${path}.md`, `${path}.mdx`] : [path];

/** Programs make addresses, too, and put pieces of pages together: nobody can be sure. */
function isUnsure({ from, way }: NamedPath, tree: Tree): boolean {
  const { site, folder } = tree;
  if (/\.html?$/i.test(from)) return folder.isRepository && !site;
  if (!site) return isForSite(way, tree);
  if (!site.isOpen) return false;
  const isPiece = /(?:^|\/)_(?!index\.|sidebar|navbar|coverpage)[^/]*$/.test(from);
  return way.startsWith("/") || isPiece || (site.isUnknown === true && !isMarkdown(way));
}

/** Files of that name, wherever they lie; else names that look alike. */
function near(path: string, { from, written }: NamedPath, tree: Tree): readonly string[] {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const named = name === "" ? [] : tree.named(name);
  const found = named.length > 0 ? named : inFolder(path, tree);
  return found.slice(0, 3).map((to) => writePath(from, to, written));
}

/** A page that was moved may still link as from where it was. */
function fromBefore({ from, way, written }: NamedPath, tree: Tree): Verdict | undefined {
  if (way.startsWith("/")) return undefined;
  const before = tree.origins?.get(from) ?? [];
  const to = before.map((path) => resolvePath(path, way)).find((path) => tree.files.has(path));
  if (to === undefined) return undefined;
  return {
    to,
    defects: [{ code: "verify/moved-page", ...certainly(writePath(from, to, written)) }],
  };
}

/** Less alike, what was moved may have become something else. */
const surelyAlike = 60;

function moved(path: string, { from, written }: NamedPath, { moves, dialect }: Tree): Verdict {
  const { to = "", likeness = 0 } = moves?.get(path) ?? {};
  const isWhole = isMarkdown(written) || !dialect.isSite;
  const url = writePath(from, isWhole ? to : to.replace(/\.mdx?$/, ""), written);
  const isCertain = likeness >= surelyAlike;
  const code = "verify/moved-target";
  return { to, defects: [{ code, ...(isCertain ? certainly(url) : suggested(url)) }] };
}

/** Names that look alike in the folder that is meant. */
function inFolder(path: string, tree: Tree): readonly string[] {
  const folder = path.slice(0, Math.max(path.lastIndexOf("/"), 0));
  const names = tree.folders.get(folder) ?? [];
  const wanted = path.slice(path.lastIndexOf("/") + 1);
  const found = tree.suggest(wanted, names);
  const pages = found.length > 0 ? found : tree.suggest(`${wanted}.md`, names.filter(isMarkdown));
  return pages.map((name) => (folder === "" ? name : `${folder}/${name}`));
}
