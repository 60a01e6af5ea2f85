import type { FileChange } from "#model/location.ts";
import type { Page } from "#model/pages/page.ts";
import type { Settings } from "#model/settings.ts";
import { readLastChanges } from "#sources/folder/index.ts";

/** Who reads history gets to know when the sources of each page changed last; others ask git nothing. */
export async function lastChanges(
  pages: readonly Page[],
  { root, projects }: Settings,
): Promise<ReadonlyMap<string, FileChange>> {
  if (!projects.some(({ sources }) => sources.git.length > 0)) return new Map();
  const files = pages.flatMap(({ origins, places = [] }) => [
    ...origins.map(({ file }) => file),
    ...places.map(({ location }) => location.file),
  ]);
  return readLastChanges(root, new Set(files));
}
