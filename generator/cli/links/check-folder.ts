import { type Diagnostic, diagnose } from "#diagnostics/index.ts";
import { dialectOf, guessDialect } from "#markdown/links/index.ts";
import type { DialectName, LinkFolder } from "#model/links/link-folder.ts";
import { listFolder } from "#sources/folder/list-folder.ts";
import { readPageText } from "#sources/folder/read-page-text.ts";
import {
  type CheckedFolder,
  findSites,
  type FolderHistory,
  type FolderJudge,
  type FolderPage,
  isTable,
  openJudge,
  type PageManner,
  readFolderPage,
  siteOf,
} from "#verify/folder/index.ts";
import { statSync } from "node:fs";
import { resolve } from "node:path";
import { setImmediate } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import type { LinkOptions } from "./options.ts";

/** A folder that was checked. */
export interface FolderRun extends CheckedFolder {
  /** Absolute. */
  readonly root: string;
  readonly anchors: DialectName;
  /** Those of the sites in the folder, each once. */
  readonly sites: readonly DialectName[];
}

/** A folder whose pages are read. */
interface OpenRun extends Pick<FolderRun, "root" | "anchors" | "sites"> {
  readonly folder: LinkFolder;
  readonly judge: FolderJudge;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a folder page by page, and judges its links. Files that links name in vain are looked for
 * in the history of the repository.
 */
export async function checkFolder(
  options: LinkOptions,
): Promise<FolderRun | readonly Diagnostic[]> {
  const run = openRun(options);
  if (!("judge" in run)) return run;
  const { judge, root, folder } = run;
  await judgePages(judge);
  const { files, pages } = judge.missing();
  if (files.length === 0) return conclude(run, { moves: new Map(), origins: new Map() });
  // Most folders have no use for git, which takes as long to load as their pages to read.
  const [{ findMoves }, { findOrigins }] = await Promise.all([
    import("#sources/folder/find-moves.ts"),
    import("#sources/folder/find-origins.ts"),
  ]);
  const moves = await findMoves(root, files, new Set(folder.files));
  return conclude(run, { moves, origins: await findOrigins(root, pages) });
}

/** Each page is let go when it is judged: twenty thousand take hardly more memory than two thousand. */
async function judgePages({ pages, judge }: FolderJudge): Promise<void> {
  // Nearly all that is made of a page dies with it. A nursery that grows with the number of pages
  // keeps the native memory of many of them, and is slower than one that fits into a cache.
  setFlagsFromString("--semi-space-growth-factor=1");
  for (const [index, path] of pages.entries()) {
    judge(path);
    // Native memory is freed between two turns of the event loop, and only there.
    if (index % 100 === 99) await setImmediate();
  }
}

function conclude(run: OpenRun, history: FolderHistory): FolderRun {
  const { root, anchors, sites, judge, diagnostics } = run;
  const checked = judge.conclude(history);
  return {
    ...checked,
    root,
    anchors,
    sites,
    diagnostics: [...diagnostics, ...checked.diagnostics],
  };
}

function openRun(options: LinkOptions): OpenRun | readonly Diagnostic[] {
  const root = resolve(options.folder);
  const reason = whyNoFolder(root);
  if (reason !== undefined) {
    const location = { file: options.folder };
    return [diagnose("sources/unreadable-folder", { reason }, { location })];
  }
  const { value: listed, diagnostics: unlisted } = listFolder(root);
  const { repository } = options;
  const folder = repository === undefined ? listed : { ...listed, repository };
  const diagnostics = [...unlisted];
  const check = checkOf(folder, options, textReader(root, diagnostics));
  const sites = check.isDialectGiven ? [] : check.sites.map((site) => site.dialect);
  const names = [...new Set(sites)].sort();
  const anchors = check.dialect.name;
  return { root, folder, anchors, sites: names, judge: openJudge(check), diagnostics };
}

function whyNoFolder(path: string): string | undefined {
  try {
    return statSync(path).isDirectory() ? undefined : "ENOTDIR";
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error);
  }
}

type ReadText = (path: string) => string | undefined;

/** Reads texts below a folder, and adds what there is to say about them. */
const textReader =
  (root: string, diagnostics: Diagnostic[]): ReadText =>
  (path) => {
    const read = readPageText(root, path);
    diagnostics.push(...read.diagnostics);
    return read.value;
  };

function checkOf(folder: LinkFolder, options: LinkOptions, textOf: ReadText) {
  const { files, folders } = folder;
  const isDialectGiven = options.anchors !== undefined;
  const tables = files.filter(isTable).map((path) => ({ path, text: textOf(path) ?? "" }));
  const sites = findSites(tables, folders);
  const dialect = dialectOf(options.anchors ?? guessDialect(files));
  const mannerAt = (path: string): PageManner => {
    const site = siteOf(path, sites);
    const own = site && !isDialectGiven ? { ...dialectOf(site.dialect), isSite: true } : dialect;
    return { dialect: own, hasLabels: site?.hasLabels };
  };
  const read = (path: string): FolderPage | undefined => {
    const text = textOf(path);
    return text === undefined ? undefined : readFolderPage(path, text, mannerAt(path));
  };
  const { base, site, outside } = options;
  const placed = { ...(base !== undefined && { base }), ...(site !== undefined && { site }) };
  const listsOutside = outside !== undefined;
  return { folder, read, tables, sites, dialect, isDialectGiven, listsOutside, ...placed };
}
