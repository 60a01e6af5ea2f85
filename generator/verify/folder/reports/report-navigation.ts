import { diagnose, type Diagnostic, suggest } from "#diagnostics/index.ts";
import type { Leads } from "./report-reach.ts";
import { isSiteSettings } from "../sites/find-sites.ts";
import { isRedirection } from "../sites/redirections.ts";
import { isMarkdown } from "../folder-page.ts";
import type { TableFile } from "../sites/table-file.ts";
import type { Tree } from "../tree.ts";

/** The names of such files in a folder, and of the settings of sites. */
export const isTable = (path: string): boolean =>
  /^(?:(?:public|static)\/)?_redirects$/.test(path) || isSiteSettings(path) || isRedirection(path);

const navigationPage = /^(?:(?:src|docs)\/)?(?:SUMMARY|_sidebar)\.md$/;

/** Entries of the navigation without a page, and pages without an entry. */
export function reportNavigation(
  tables: readonly TableFile[],
  tree: Tree,
  leads: Leads,
): readonly Diagnostic[] {
  const mkdocs = tables.find(({ path }) => path.startsWith("mkdocs."));
  const entries = mkdocs ? navigationOf(mkdocs) : [];
  const wrong = entries.filter(({ to }) => !tree.files.has(to));
  const missing = wrong.map(({ file, line, column, to }) =>
    diagnose(
      "verify/navigation-without-page",
      { path: to },
      { location: { file, line, column }, target: to, ...near(to, tree) },
    ),
  );
  const listed = new Set(entries.map(({ to }) => to));
  const lists = [...tree.pages.keys()].filter((path) => navigationPage.test(path));
  for (const path of lists) {
    for (const to of leads.from.get(path) ?? []) listed.add(leads.paths[to] ?? "");
  }
  return listed.size === 0 ? [] : [...missing, ...unlisted(tree, listed)];
}

const near = (to: string, { pages }: Tree) => {
  const suggestions = suggest(to, pages.keys());
  return suggestions.length > 0 ? { suggestions } : {};
};

/** Pages in the folders that the navigation is about. */
function unlisted(tree: Tree, listed: ReadonlySet<string>): readonly Diagnostic[] {
  const top = new Set([...listed].map((path) => path.split("/", 1)[0]));
  const isListed = (path: string): boolean =>
    listed.has(path) || /(?:^|\/)(?:_[a-z]+|SUMMARY|README|index)\.md$/.test(path);
  return [...tree.pages.keys()]
    .filter((path) => isMarkdown(path) && top.has(path.split("/", 1)[0]) && !isListed(path))
    .map((path) =>
      diagnose(
        "verify/page-without-navigation",
        { path },
        { location: { file: path, line: 1 }, target: path },
      ),
    );
}

interface Entry {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** From the root. */
  readonly to: string;
}

/** The Markdown files named below `nav:`; the rest of the settings is nobody's business here. */
function navigationOf({ path, text }: TableFile): readonly Entry[] {
  const folder = /^docs_dir:\s*["']?([^\s"'#]+)/m.exec(text)?.[1] ?? "docs";
  let isInside = false;
  return text.split("\n").flatMap((written, index): readonly Entry[] => {
    if (/^\S/.test(written))
      isInside = /^nav:/.test(written) || (isInside && /^(?:-|#)/.test(written));
    const found = isInside ? /([^\s"':][^"':]*\.md)["']?\s*(?:#.*)?$/.exec(written) : null;
    if (!found) return [];
    const name = (found[1] ?? "").replace(/^-\s+/, "");
    const column = written.lastIndexOf(name) + 1;
    return [{ file: path, line: index + 1, column, to: `${folder}/${name}`.replace(/^\.\//, "") }];
  });
}
