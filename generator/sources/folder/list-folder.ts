import type { LinkFolder } from "#model/links/link-folder.ts";
import { type Dirent, readdirSync, readFileSync, realpathSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { diagnose, type Diagnostic, outcome, type Outcome } from "#diagnostics/index.ts";

/** Folders that hold nobody's documentation. */
const passedOver = new Set([".git", ".hg", ".svn", "node_modules"]);

interface Listing {
  readonly root: string;
  readonly files: string[];
  readonly folders: string[];
  readonly aliases: Map<string, string>;
  readonly diagnostics: Diagnostic[];
}

/** Lists a folder whole. Symbolic links are noted and not followed; nothing outside is looked at. */
export function listFolder(root: string): Outcome<LinkFolder> {
  const listing: Listing = { root, files: [], folders: [], aliases: new Map(), diagnostics: [] };
  listInto(listing, "");
  const repository = publishedAt(root);
  const branch = branchOf(root);
  const { files, folders, aliases, diagnostics } = listing;
  return outcome(
    {
      files: files.sort(),
      folders: folders.sort(),
      aliases,
      isRepository: repository !== undefined,
      ...(repository && { repository }),
      ...(branch !== undefined && { branch }),
    },
    diagnostics,
  );
}

function listInto(listing: Listing, folder: string): void {
  let entries: readonly Dirent[];
  try {
    entries = readdirSync(join(listing.root, folder), { withFileTypes: true });
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    const location = { file: folder === "" ? "." : folder };
    listing.diagnostics.push(diagnose("sources/unreadable-folder", { reason }, { location }));
    return;
  }
  for (const entry of entries) {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isFile()) listing.files.push(path);
    else if (entry.isSymbolicLink()) noteAlias(listing, path);
    else if (entry.isDirectory() && !passedOver.has(entry.name)) {
      listing.folders.push(path);
      listInto(listing, path);
    }
  }
}

/** A link that leads nowhere is not there. */
function noteAlias({ root, aliases }: Listing, path: string): void {
  try {
    const to = relative(realpathSync(root), realpathSync(join(root, path)));
    aliases.set(path, to.split(sep).join("/"));
  } catch {
    // Nothing to note.
  }
}

/** The branch that is checked out. */
function branchOf(root: string): string | undefined {
  try {
    return /^ref: refs\/heads\/(\S+)/.exec(readFileSync(join(root, ".git/HEAD"), "utf8"))?.[1];
  } catch {
    return undefined;
  }
}

/** The address of `origin` in the settings of git; empty when there is none, absent without git. */
function publishedAt(root: string): string | undefined {
  let settings: string;
  try {
    settings = readFileSync(join(root, ".git/config"), "utf8");
  } catch {
    return undefined;
  }
  const url = /\[remote "origin"\][^[]*?\n\s*url\s*=\s*(\S+)/.exec(settings)?.[1] ?? "";
  return url
    .replace(/^[a-z+]+:\/\/(?:[^@/]*@)?/i, "")
    .replace(/^[^@/]+@([^:/]+):/, "$1/")
    .replace(/\.git\/?$/, "");
}
