import type { Reference } from "#model/fact.ts";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { basename, dirname, join as joinNames } from "node:path/posix";
import { isInside, statOf } from "../files.ts";

/** The pages that stand for a folder, best first. */
const entrances = ["README", "index", "readme"];

interface Place {
  readonly root: string;
  /** The names of all pages that are read. */
  readonly pages: ReadonlySet<string>;
}

/**
 * Lets a link by path lead to what lies there: `guia/` to the page that stands for that folder, a
 * Markdown file that is not one of the `pages` to the file itself.
 */
export function placeLink(reference: Reference, place: Place): Reference {
  const [, kind, path, anchor = ""] = /^(page|asset):([^#]*)(#.*)?$/s.exec(reference.to) ?? [];
  if (path === undefined) return reference;
  const found = kind === "page" ? placePage(path, place) : entranceOf(place.root, path);
  return found === undefined ? reference : { ...reference, to: `${found}${anchor}` };
}

/** Prose writes a link to a folder as one to its README. */
function placePage(page: string, { root, pages }: Place): string | undefined {
  if (pages.has(page)) return undefined;
  const entrance = basename(page) === "README" ? entranceOf(root, dirname(page)) : undefined;
  return entrance ?? (isThere(root, `${page}.md`) ? `asset:${page}.md` : undefined);
}

/** The folder that a link leads to when no page stands for it; it has pages that are read, or none. */
export function bareFolder(
  { to }: Reference,
  { root, pages }: Place,
): { readonly folder: string; readonly hasPages: boolean } | undefined {
  const [, kind, path = ""] = /^(page|asset):([^#]*)/s.exec(to) ?? [];
  if (kind === undefined || pages.has(path)) return undefined;
  if (kind === "page" && basename(path) !== "README") return undefined;
  const folder = kind === "page" ? dirname(path) : path;
  if (!isFolder(root, folder)) return undefined;
  const prefix = folder === "." ? "" : `${folder}/`;
  return { folder, hasPages: [...pages].some((page) => page.startsWith(prefix)) };
}

const isThere = (root: string, file: string): boolean =>
  filesIn(root, dirname(file)).includes(basename(file));

/** The page that stands for a folder; none when there is no such folder or page. */
function entranceOf(root: string, folder: string): string | undefined {
  const names = filesIn(root, folder);
  const entrance = entrances.find((name) => names.includes(`${name}.md`));
  return entrance === undefined ? undefined : `page:${joinNames(folder, entrance)}`;
}

/** The exact names of what lies in a folder of the project; none when it is no folder. */
function filesIn(root: string, folder: string): readonly string[] {
  return isFolder(root, folder) ? readdirSync(join(root, folder)) : [];
}

function isFolder(root: string, folder: string): boolean {
  const absolute = join(root, folder);
  if (folder.includes("\0") || !isInside(root, absolute)) return false;
  return statOf(absolute)?.isDirectory() ?? false;
}
