import type { Fact } from "#model/fact.ts";
import type { ProjectSettings } from "#model/settings.ts";
import type { ExportedName, SymbolChange } from "#model/code/change.ts";
import { followReleases } from "./follow-releases.ts";
import { isPartOf, readerOfExports } from "./read-exported.ts";

/** What became of the exported names between two versions of the code. */
export type CompareSymbols = (
  before: readonly ExportedName[],
  after: readonly ExportedName[],
) => readonly SymbolChange[];

/** The facts, with what each release changed in the exports of a project that has TypeScript code. */
export function withReleaseSymbols(
  root: string,
  { sources: { typescript: entries } }: ProjectSettings,
  { facts, compare }: { readonly facts: readonly Fact[]; readonly compare: CompareSymbols },
): Promise<readonly Fact[]> {
  return followReleases<ExportedName, SymbolChange>(facts, "symbolChanges", {
    root,
    entries,
    name: "release-symbols",
    isPart: isPartOf(entries),
    read: readerOfExports(entries),
    // Of the first version every name is new, which says nothing.
    compare: (before, after) => (before.length === 0 ? [] : compare(before, after)),
    atMost: Math.max(fewest, Math.floor(most / countSymbols(facts))),
  });
}

/** So many names of all releases together are compared in seconds, not in minutes. */
const most = 500_000;
const fewest = 20;

const countSymbols = (facts: readonly Fact[]): number =>
  facts.filter((fact) => fact.fact === "item" && fact.item.kind === "symbol").length;
