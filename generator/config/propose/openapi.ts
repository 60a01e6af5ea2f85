import { join } from "node:path/posix";
import { type Folder, readHead, readTail } from "./folders.ts";

const dataFile = /\.(?:ya?ml|json)$/i;
const usualName = /^(?:openapi|swagger)(?:[.-][\w.-]+)?\.(?:ya?ml|json)$/i;
const likelyPath = /(?:^|[/._-])(?:apis?|openapi|swagger|oas|rest|specs?|reference)(?:[/._-]|$)/i;
const otherUse = /^(?:package|package-lock|tsconfig[\w.-]*|composer)\.json$|\.tsconfig\.json$/i;

/** Looking into files costs time; whoever has more of them knows where they are. */
const mostLookedInto = 400;

/** OpenAPI documents, the nearest first; of copies of one document only the nearest. */
export function openApiDocuments(root: string, folders: readonly Folder[]): readonly string[] {
  const candidates = folders
    .flatMap(({ path, entries }) =>
      entries
        .filter((entry) => entry.isFile() && dataFile.test(entry.name))
        .filter(({ name }) => !otherUse.test(name))
        .map(({ name }) => ({ name, path: join(path, name) })),
    )
    .filter(({ name, path }) => usualName.test(name) || likelyPath.test(path));
  const known = new Set<string>();
  return candidates.slice(0, mostLookedInto).flatMap(({ path }) => {
    const head = readHead(root, path);
    // Those that programs write may have their version last.
    if (!isDocument(head) && !isDocument(readTail(root, path))) return [];
    const title = titleOf(head);
    if (title !== "" && known.has(title)) return [];
    known.add(title);
    return [path];
  });
}

/** The member that every document has, at the top and with a version. */
const isDocument = (head: string): boolean =>
  /^(?:["']?|\s*\{?\s*")(?:openapi|swagger)["']?\s*:\s*["']?[23]\.\d/m.test(head);

const titleOf = (head: string): string =>
  /^\s*["']?title["']?\s*:\s*(.+?),?\s*$/m.exec(head)?.[1] ?? "";
