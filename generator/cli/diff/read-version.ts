import { outcome, type Outcome, suggest } from "#diagnostics/index.ts";
import type { Language } from "#model/pages/page.ts";
import type { SchemaObject } from "#model/schema/change.ts";
import type { Settings, SourceEntry } from "#model/settings.ts";
import { extractFiles, findCommit } from "#sources/git/objects/extract-files.ts";
import { findMigration, readSchema } from "#sources/sql/schema-versions.ts";
import { existsSync, statSync } from "node:fs";
import { basename, dirname, relative, resolve, sep } from "node:path";
import { UsageError } from "../command.ts";
import { diffTexts } from "./texts.ts";

/** A schema at one moment. */
export interface Version {
  readonly title: string;
  readonly objects: readonly SchemaObject[];
}

export interface VersionContext {
  readonly language: Language;
  /** Absent where there are none: folders and files can be compared without. */
  readonly settings?: Settings;
}

type Read = Promise<Outcome<Version>>;

/**
 * `path:` reads SQL from a folder or from files in the order in which they are named; `rev:` reads
 * the project's SQL as a revision has it; anything else is a migration, else a revision.
 */
export async function readVersion(written: string, context: VersionContext): Read {
  if (written.startsWith("path:")) return readPaths(written.slice("path:".length), context);
  if (written.startsWith("rev:")) {
    const revision = written.slice("rev:".length);
    const version = await readRevision(revision, context);
    return version ?? fail(diffTexts(context.language).unknownRevision(revision));
  }
  return readNamed(written, context);
}

const fail = (message: string): never => {
  throw new UsageError(message);
};

/** Several files lie under what they have in common. */
async function readPaths(written: string, { language }: VersionContext): Read {
  const paths = written.split(",").map((path) => resolve(path));
  const missing = paths.find((path) => !existsSync(path));
  if (missing !== undefined) fail(diffTexts(language).unknownPath(relative("", missing)));
  const root = paths.map(folderOf).reduce(nearest);
  const entries = paths.map((path) => entryOf(relative(root, path).replaceAll(sep, "/") || "."));
  const { value, diagnostics } = await readSchema({ root, entries });
  const title = paths.map((path) => basename(path)).join(" + ");
  return outcome({ title, objects: value }, diagnostics);
}

const folderOf = (path: string): string => (statSync(path).isDirectory() ? path : dirname(path));

/** The deepest folder that holds both. */
function nearest(a: string, b: string): string {
  let folder = a;
  while (relative(folder, b).split(sep)[0] === "..") folder = dirname(folder);
  return folder;
}

const entryOf = (path: string): SourceEntry => ({ path, foreign: false });

/** The SQL sources of all projects: `diff` knows no project but the one that has SQL. */
const sqlEntries = ({ settings }: VersionContext): readonly SourceEntry[] =>
  settings?.projects.flatMap(({ sources }) => sources.sql) ?? [];

async function readNamed(written: string, context: VersionContext): Read {
  const entries = sqlEntries(context);
  const texts = diffTexts(context.language);
  const root = context.settings?.root;
  if (root === undefined || entries.length === 0) return fail(texts.noSql);
  const choice = await findMigration({ root, entries }, written);
  if (choice.status === "ambiguous") return fail(texts.ambiguous(written, choice.titles));
  if (choice.status === "found") {
    const { value, diagnostics } = await readSchema({
      root,
      entries,
      until: choice.migration.name,
    });
    return outcome({ title: choice.title, objects: value }, diagnostics);
  }
  const revision = await readRevision(written, context);
  return revision ?? fail(texts.unknownVersion(written, suggest(written, choice.titles)));
}

/** Undefined when git knows no such revision. */
async function readRevision(
  revision: string,
  context: VersionContext,
): Promise<Outcome<Version> | undefined> {
  const entries = sqlEntries(context);
  const root = context.settings?.root;
  if (root === undefined || entries.length === 0) return fail(diffTexts(context.language).noSql);
  const commit = await findCommit(root, revision);
  if (commit === undefined) return undefined;
  const named = new Set(entries.map(({ path }) => path));
  const isWanted = (path: string) => /\.(?:p?sql|pgsql|ddl)$/i.test(path) || named.has(path);
  const files = await extractFiles(root, commit, isWanted);
  if (files === undefined) return undefined;
  try {
    const { value, diagnostics } = await readSchema({ root: files.folder, entries });
    return outcome({ title: revision, objects: value }, diagnostics);
  } finally {
    files.dispose();
  }
}
