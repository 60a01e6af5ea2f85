import type { Diagnostic } from "#diagnostics/index.ts";
import type { FolderPage } from "../folder-page.ts";
import { judgeLink } from "../judge-link.ts";
import type { Tree } from "../tree.ts";
import { reportDefect } from "./report-defect.ts";
import type { Leads } from "./report-reach.ts";

interface ReadAgain {
  readonly read: (path: string) => FolderPage | undefined;
  readonly site?: string;
}

/**
 * Links to pages that are there, and are not published. Drafts are few: what leads to them is read
 * once more, so that no link need be remembered for it.
 */
export function reportDrafts(
  { read, site }: ReadAgain,
  { paths, from }: Leads,
  treeAt: (path: string) => Tree,
): readonly Diagnostic[] {
  const drafts = new Set(
    paths.flatMap((path, index) => (treeAt(path).pages.get(path)?.isDraft ? [index] : [])),
  );
  if (drafts.size === 0) return [];
  const linking = paths.filter((path) => from.get(path)?.some((to) => drafts.has(to)));
  const isDraft = new Set([...drafts].map((index) => paths[index]));
  return linking.flatMap((path) =>
    (read(path)?.links ?? []).flatMap((link) => {
      const { to } = judgeLink({ link, from: path, tree: treeAt(path) }, site);
      const isBroken = to !== path && isDraft.has(to);
      return isBroken ? [reportDefect(path, link, { code: "verify/draft-target" })] : [];
    }),
  );
}
