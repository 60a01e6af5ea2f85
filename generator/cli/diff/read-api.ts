import { outcome, type Outcome } from "#diagnostics/index.ts";
import type { ApiVersion } from "#model/api/version.ts";
import type { SourceEntry } from "#model/settings.ts";
import { extractFiles, findCommit } from "#sources/git/objects/extract-files.ts";
import { readApiVersions } from "#sources/openapi/versions/read-versions.ts";
import { existsSync } from "node:fs";
import { basename, dirname, relative, resolve, sep } from "node:path";
import { UsageError } from "../command.ts";
import type { VersionContext } from "./read-version.ts";
import { diffTexts } from "./texts.ts";

/** The documents of an API at one moment. */
export interface ApiMoment {
  readonly title: string;
  readonly documents: readonly ApiVersion[];
}

type Read = Promise<Outcome<ApiMoment>>;

/**
 * `path:` reads a document, or those of a folder; `rev:` reads the project's documents as a revision
 * has them; anything else is a path that is there, else a revision.
 */
export async function readApi(written: string, context: VersionContext): Read {
  if (written.startsWith("path:")) return readPath(written.slice("path:".length), context);
  if (written.startsWith("rev:")) return readRevision(written.slice("rev:".length), context);
  return existsSync(written) ? readPath(written, context) : readRevision(written, context);
}

async function readPath(written: string, { language }: VersionContext): Read {
  const path = resolve(written);
  if (!existsSync(path)) throw new UsageError(diffTexts(language).unknownPath(written));
  // What a document refers to may lie anywhere below here, or else beside it.
  const isHere = relative("", path).split(sep)[0] !== "..";
  const root = isHere ? resolve() : dirname(path);
  const entry = { path: relative(root, path).replaceAll(sep, "/") || ".", foreign: false };
  const { value: documents, diagnostics } = await readApiVersions({ root, entries: [entry] });
  return outcome({ title: basename(path), documents }, diagnostics);
}

async function readRevision(revision: string, { settings, language }: VersionContext): Read {
  const texts = diffTexts(language);
  const entries: readonly SourceEntry[] =
    settings?.projects.flatMap(({ sources }) => sources.openapi) ?? [];
  const commit = settings && (await findCommit(settings.root, revision));
  if (settings === undefined || entries.length === 0) throw new UsageError(texts.noApi(revision));
  const files = commit && (await extractFiles(settings.root, commit, isData));
  if (!files) throw new UsageError(texts.unknownRevision(revision));
  try {
    const read = await readApiVersions({ root: files.folder, entries });
    return outcome({ title: revision, documents: read.value }, read.diagnostics);
  } finally {
    files.dispose();
  }
}

const isData = (path: string): boolean =>
  /\.(?:json|ya?ml)$/i.test(path) && !/(?:^|\/)node_modules\//.test(path);
