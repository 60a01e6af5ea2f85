import type { SourceName } from "#model/settings.ts";
import { repositoryOf } from "../repository.ts";
import { type Folder, foldersIn, readHead } from "./folders.ts";
import { migrationFolders } from "./migrations.ts";
import { openApiDocuments } from "./openapi.ts";

/** More of one kind than this is for a person to choose from. */
const mostEntries = 3;

/** What a folder has that could be read, of one kind. */
export interface ProposedSource {
  readonly name: SourceName;
  readonly paths: readonly string[];
  /** What is there too, and is better chosen by a person. */
  readonly others: readonly string[];
}

/** Sources for settings that nobody has written yet; none when nothing has the looks of one. */
export function proposeSources(root: string): readonly ProposedSource[] {
  const folders = foldersIn(root);
  const found: readonly (readonly [SourceName, readonly string[], number])[] = [
    ["openapi", openApiDocuments(root, folders), mostEntries],
    // Migrations of two folders are mostly of two databases, and one project has one.
    ["sql", migrationFolders(root, folders), 1],
    ["git", repositoryOf(root) !== undefined ? ["."] : [], mostEntries],
    ["typescript", entryPoints(root, folders), mostEntries],
    ["pages", pagesIn(folders), mostEntries],
  ];
  return found
    .filter(([, paths]) => paths.length > 0)
    .map(([name, paths, most]) => ({
      name,
      paths: paths.slice(0, most),
      others: paths.slice(most),
    }));
}

/** Proposed sources as YAML on one line; empty when there are none. */
export function formatProposal(sources: readonly ProposedSource[]): string {
  if (sources.length === 0) return "";
  const entries = sources.map(({ name, paths }) => `${name}: [${paths.map(yamlText).join(", ")}]`);
  return `sources: {${entries.join(", ")}}`;
}

/** A path as a YAML scalar that means nothing else. */
const yamlText = (path: string): string =>
  /^[A-Za-z_][\w./-]*$/.test(path) || path === "." ? path : `'${path.replaceAll("'", "''")}'`;

/** `src/index.ts` of packages that others install; of the folder itself in any case. */
function entryPoints(root: string, folders: readonly Folder[]): readonly string[] {
  return folders
    .filter(({ path, entries }) => /(?:^|\/)src$/.test(path) && has(entries, /^index\.ts$/))
    .map(({ path }) => path)
    .filter((path) => path === "src" || isPublished(root, path.replace(/src$/, "package.json")))
    .map((path) => `${path}/index.ts`);
}

function isPublished(root: string, manifest: string): boolean {
  const head = readHead(root, manifest);
  return head !== "" && !/"private"\s*:\s*true/.test(head);
}

/** Texts beside the settings, and folders for texts that hold some. */
function pagesIn([top, ...folders]: readonly Folder[]): readonly string[] {
  const texts = folders.filter(({ entries }) => has(entries, isPage)).map(({ path }) => path);
  const homes = folders
    .map(({ path }) => path)
    .filter((path) => /^(?:[^/]+\/)?(?:docs?|documentation|handbook|adr)$/i.test(path))
    .filter((home) => texts.some((path) => path === home || path.startsWith(`${home}/`)));
  const outer = homes.filter((home) => !homes.some((each) => home.startsWith(`${each}/`)));
  return top !== undefined && has(top.entries, isPage) ? ["*.md", ...outer] : outer;
}

const isPage = /\.md$/i;

const has = (entries: Folder["entries"], name: RegExp): boolean =>
  entries.some((entry) => entry.isFile() && name.test(entry.name));
