import { diagnose, type Diagnostic } from "#diagnostics/index.ts";
import type { Tree } from "../tree.ts";

/** Which pages each page leads to: by number, for a folder has many links. */
export interface Leads {
  readonly paths: readonly string[];
  readonly from: ReadonlyMap<string, Uint32Array>;
}

const entry =
  /^(?:readme|index|_index|home|summary|_sidebar|_navbar|_coverpage)\.(?:md|markdown|mdx|html?)$/i;

/** What a forge or a tool finds by its name, without any link. */
const byName =
  /(?:^|\/)(?:readme|index|_index|summary|_[a-z]+|changelog|license|licence|contributing|code_of_conduct|security|support|404|agents|claude|skill)\.[a-z]+$|(?:^|\/)\.[^/]+\//i;

/** Pages that no link leads to, and pages that nobody reaches from the entry. */
export function reportReach(tree: Tree, leads: Leads): readonly Diagnostic[] {
  if (tree.pages.size < 2) return [];
  const inbound = inboundOf(leads);
  const entries = [...tree.pages.keys()].filter((path) => entry.test(path));
  const reached = reachedFrom(entries, leads);
  return [...tree.pages.keys()].flatMap((path): readonly Diagnostic[] => {
    if (byName.test(path) || reached.has(path)) return [];
    const place = { severity: "info", location: { file: path, line: 1 }, target: path } as const;
    if (!inbound.has(path)) return [diagnose("verify/orphan-page", { path }, place)];
    return entries.length > 0 ? [diagnose("verify/unreachable-page", { path }, place)] : [];
  });
}

/** The pages that another page leads to. */
function inboundOf({ paths, from }: Leads): ReadonlySet<string> {
  const inbound = new Set<string>();
  for (const [path, leads] of from) {
    for (const to of leads) if (paths[to] !== path) inbound.add(paths[to] ?? "");
  }
  return inbound;
}

function reachedFrom(entries: readonly string[], { paths, from }: Leads): ReadonlySet<string> {
  const reached = new Set(entries);
  // A set that grows while it is walked: the walk ends when nothing new is found.
  for (const path of reached) {
    for (const to of from.get(path) ?? []) reached.add(paths[to] ?? "");
  }
  return reached;
}
