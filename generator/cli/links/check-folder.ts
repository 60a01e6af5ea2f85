import { type Diagnostic, diagnose } from "#diagnostics/index.ts";
import { type Dialect, dialectOf, guessDialect } from "#markdown/links/index.ts";
import type { DialectName, LinkFolder } from "#model/links/link-folder.ts";
import { findMoves, listFolder, readPageText } from "#sources/folder/index.ts";
import {
  type CheckedFolder,
  findSites,
  type FolderCheck,
  isPage,
  isTable,
  judgeFolder,
  readFolderPage,
  siteOf,
} from "#verify/folder/index.ts";
import { statSync } from "node:fs";
import { resolve } from "node:path";
import type { LinkOptions } from "./options.ts";

/** A folder that was checked. */
export interface FolderRun extends CheckedFolder {
  /** Absolute. */
  readonly root: string;
  readonly anchors: DialectName;
  /** Those of the sites in the folder, each once. */
  readonly sites: readonly DialectName[];
}

/** A folder that was read, and what there was to say about that. */
interface ReadFolder {
  readonly root: string;
  readonly anchors: DialectName;
  readonly check: FolderCheck;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a folder page by page, keeps of each what links need, and judges them all. */
export function checkFolder(options: LinkOptions): FolderRun | readonly Diagnostic[] {
  const read = readFolder(options);
  return "check" in read ? judge(read) : read;
}

/** The same; files that links name in vain are looked for in the history of the repository. */
export async function checkFolderAndMoves(
  options: LinkOptions,
): Promise<FolderRun | readonly Diagnostic[]> {
  const read = readFolder(options);
  if (!("check" in read)) return read;
  const judged = judge(read);
  if (judged.missing.length === 0) return judged;
  const files = new Set(read.check.folder.files);
  const moves = await findMoves(read.root, judged.missing, files);
  return moves.size === 0 ? judged : judge({ ...read, check: { ...read.check, moves } });
}

function judge({ root, anchors, check, diagnostics }: ReadFolder): FolderRun {
  const checked = judgeFolder(check);
  const sites = [...new Set((check.sites ?? []).map((site) => site.dialect))].sort();
  const all = [...diagnostics, ...checked.diagnostics];
  return { ...checked, diagnostics: all, root, anchors, sites: check.isDialectGiven ? [] : sites };
}

function readFolder(options: LinkOptions): ReadFolder | readonly Diagnostic[] {
  const root = resolve(options.folder);
  const reason = whyNoFolder(root);
  if (reason !== undefined) {
    const location = { file: options.folder };
    return [diagnose("sources/unreadable-folder", { reason }, { location })];
  }
  const { value: listed, diagnostics } = listFolder(root);
  const { repository, base, site } = options;
  const folder = repository === undefined ? listed : { ...listed, repository };
  const anchors = options.anchors ?? guessDialect(folder.files);
  const dialect = dialectOf(anchors);
  const isDialectGiven = options.anchors !== undefined;
  const given = { dialect, isDialectGiven };
  const { pages, tables, sites, diagnostics: said } = readPages(root, folder, given);
  const placed = { ...(base !== undefined && { base }), ...(site !== undefined && { site }) };
  const check: FolderCheck = { folder, pages, tables, sites, dialect, isDialectGiven, ...placed };
  return { root, anchors, check, diagnostics: [...diagnostics, ...said] };
}

function whyNoFolder(path: string): string | undefined {
  try {
    return statSync(path).isDirectory() ? undefined : "ENOTDIR";
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error);
  }
}

/** The text of a page is let go as soon as it is read: a folder of any size fits in memory. */
function readPages(
  root: string,
  { files, folders }: LinkFolder,
  { dialect, isDialectGiven }: { readonly dialect: Dialect; readonly isDialectGiven: boolean },
) {
  const diagnostics: Diagnostic[] = [];
  const textOf = (path: string): string | undefined => {
    const read = readPageText(root, path);
    diagnostics.push(...read.diagnostics);
    return read.value;
  };
  const tables = files.filter(isTable).map((path) => ({ path, text: textOf(path) ?? "" }));
  const sites = findSites(tables, folders);
  const dialectAt = (path: string): Dialect => {
    const site = isDialectGiven ? undefined : siteOf(path, sites);
    return site ? dialectOf(site.dialect) : dialect;
  };
  const pages = files.filter(isPage).flatMap((path) => {
    const text = textOf(path);
    return text === undefined ? [] : [readFolderPage(path, text, dialectAt(path))];
  });
  return { pages, tables, sites, diagnostics };
}
