import { isMarkdown } from "./folder-page.ts";
import type { Tree } from "./tree.ts";
import { defective, certainly, suggested, type Verdict } from "./verdict.ts";
import { resolvePath, writePath } from "./written-url.ts";

/** A path that a link names. */
export interface NamedPath {
  /** The page that the link stands on. */
  readonly from: string;
  /** Decoded, as it is written. */
  readonly way: string;
  /** As it is written. */
  readonly written: string;
  readonly isImage: boolean;
}

/** Finds the file or folder that a link names. Nothing outside the root is looked at. */
export function locateFile(named: NamedPath, tree: Tree): Verdict {
  const path = followAliases(resolvePath(named.from, named.way), tree);
  if (/^\.\.(?:\/|$)/.test(path)) return leaving(path, tree);
  return (
    located(path, named, tree) ??
    below(named, tree) ??
    withoutLine(path, tree) ??
    backslash(named, tree) ??
    completed(path, named, tree) ??
    alike(path, named, tree) ??
    missing(path, named, tree)
  );
}

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

function located(path: string, { from }: Pick<NamedPath, "from">, tree: Tree): Verdict | undefined {
  if (tree.files.has(path)) return { to: path, defects: draft(path, tree) };
  const names = tree.folders.get(path);
  if (!names) return undefined;
  const index = indexAmong(names);
  if (index !== undefined) return { to: path === "" ? index : `${path}/${index}`, defects: [] };
  const severity = tree.dialect.isSite || /\.html?$/i.test(from) ? "warning" : "info";
  return { to: path, defects: [{ code: "verify/directory-without-index", severity }] };
}

const indexName = /^(?:readme|index|_index)\.(?:md|markdown|mdx|html?|rst|adoc|txt)$/i;

const indexAmong = (names: readonly string[]): string | undefined =>
  names.find((name) => /^readme\.(?:md|markdown)$/i.test(name)) ??
  names.find((name) => indexName.test(name));

/** A page that is not published is there, and is not there. */
const draft = (path: string, { pages }: Tree) =>
  pages.get(path)?.isDraft ? [{ code: "verify/draft-target" as const }] : [];

/** `/docs/guia.md` of a site that lies at `/docs/`, and what its public folders hold. */
function below({ way, from }: NamedPath, tree: Tree): Verdict | undefined {
  if (!way.startsWith("/")) return undefined;
  const rest = way.startsWith(tree.base) ? way.slice(tree.base.length) : way.slice(1);
  const paths = [rest, ...tree.dialect.publicFolders.map((folder) => `${folder}/${rest}`)];
  for (const each of paths) {
    const path = resolvePath("", `/${each}`);
    const found = located(path, { from }, tree);
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
  const found = located(path, { from }, tree);
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
  const based =
    named.way.startsWith(tree.base) && tree.base !== "/" ? named.way.slice(tree.base.length) : path;
  const paths = [path, based].flatMap((each) => completions.map((complete) => complete(each)));
  const to = paths.find((each) => each !== path && tree.files.has(each));
  if (to === undefined) return undefined;
  if (tree.dialect.isSite) return { to, defects: draft(to, tree) };
  const url = writePath(from, to, written.replace(/\/$/, ""));
  return { to, defects: [{ code: "verify/missing-extension", ...certainly(url) }] };
}

function alike(path: string, { from, written }: NamedPath, tree: Tree): Verdict | undefined {
  const paths = [path, ...(tree.dialect.isSite ? [`${path}.md`] : [])];
  const found = paths.flatMap((each) => tree.alike(each));
  const [first] = found;
  if (first === undefined) return undefined;
  const urls = found.map((to) => writePath(from, to, written));
  const isForm = first.normalize("NFC") === path.normalize("NFC");
  const code = isForm ? "verify/other-unicode-form" : "verify/wrong-case";
  const [only = ""] = urls;
  const defect = { code, ...(urls.length === 1 ? certainly(only) : suggested(...urls)) } as const;
  const index = tree.folders.has(first) ? located(first, { from }, tree)?.to : first;
  return { to: index ?? first, defects: [defect] };
}

const picture = /\.(?:png|jpe?g|gif|svg|webp|avif|ico|bmp|mp4|webm|pdf)$/i;

function missing(path: string, named: NamedPath, tree: Tree): Verdict {
  const { from, written, isImage } = named;
  const gone = tree.dialect.isSite && !isImage ? [path, `${path}.md`, `${path}.mdx`] : [path];
  const way = gone.find((each) => tree.moves.has(each));
  if (way !== undefined) return moved(way, named, tree);
  const isAsset = isImage || picture.test(path);
  const code = isAsset ? "verify/missing-image" : "verify/missing-file";
  const name = path.slice(path.lastIndexOf("/") + 1);
  const elsewhere = name === "" ? [] : tree.named(name);
  const near = elsewhere.length > 0 ? elsewhere : inFolder(path, tree);
  const urls = near.slice(0, 3).map((to) => writePath(from, to, written));
  return { ...defective(code, suggested(...urls)), missing: gone };
}

/** Less alike, what was moved may have become something else. */
const surelyAlike = 60;

function moved(path: string, { from, written }: NamedPath, { moves, dialect }: Tree): Verdict {
  const { to = "", likeness = 0 } = moves.get(path) ?? {};
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
