import { type Diagnostic, diagnose } from "#diagnostics/index.ts";
import { type Dialect, dialectOf, guessDialect } from "#markdown/links/index.ts";
import type { DialectName, LinkFolder } from "#model/link-folder.ts";
import { listFolder, readPageText } from "#sources/folder/index.ts";
import {
  type CheckedFolder,
  isPage,
  isTable,
  judgeFolder,
  readFolderPage,
} from "#verify/folder/index.ts";
import { statSync } from "node:fs";
import { resolve } from "node:path";
import type { LinkOptions } from "./options.ts";

/** A folder that was checked. */
export interface FolderRun extends CheckedFolder {
  /** Absolute. */
  readonly root: string;
  readonly anchors: DialectName;
}

/** Reads a folder page by page, keeps of each what links need, and judges them all. */
export function checkFolder(options: LinkOptions): FolderRun | readonly Diagnostic[] {
  const root = resolve(options.folder);
  const reason = whyNoFolder(root);
  if (reason !== undefined) {
    const location = { file: options.folder };
    return [diagnose("sources/unreadable-folder", { reason }, { location })];
  }
  const { value: listed, diagnostics } = listFolder(root);
  const { repository } = options;
  const folder = repository === undefined ? listed : { ...listed, repository };
  const anchors = options.anchors ?? guessDialect(folder.files);
  const dialect = dialectOf(anchors);
  const read = readPages(root, folder, dialect);
  const { base, site } = options;
  const checked = judgeFolder({
    folder,
    pages: read.pages,
    tables: read.tables,
    dialect,
    ...(base !== undefined && { base }),
    ...(site !== undefined && { site }),
  });
  const all = [...diagnostics, ...read.diagnostics, ...checked.diagnostics];
  return { ...checked, diagnostics: all, root, anchors };
}

function whyNoFolder(path: string): string | undefined {
  try {
    return statSync(path).isDirectory() ? undefined : "ENOTDIR";
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error);
  }
}

/** The text of a page is let go as soon as it is read: a folder of any size fits in memory. */
function readPages(root: string, { files }: LinkFolder, dialect: Dialect) {
  const diagnostics: Diagnostic[] = [];
  const textOf = (path: string): string | undefined => {
    const read = readPageText(root, path);
    diagnostics.push(...read.diagnostics);
    return read.value;
  };
  const pages = files.filter(isPage).flatMap((path) => {
    const text = textOf(path);
    return text === undefined ? [] : [readFolderPage(path, text, dialect)];
  });
  const tables = files.filter(isTable).flatMap((path) => ({ path, text: textOf(path) ?? "" }));
  return { pages, tables, diagnostics };
}
