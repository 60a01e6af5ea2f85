import { outcome, type Outcome } from "#diagnostics/index.ts";
import type { History } from "#model/graph.ts";
import type { ProjectSettings, Settings } from "#model/settings.ts";
import { readGit } from "./read-git.ts";

/** What git knows of a project, without its other sources and without links; nothing without git. */
export async function readHistory(
  { root }: Pick<Settings, "root">,
  { sources }: ProjectSettings,
): Promise<Outcome<History | undefined>> {
  if (sources.git.length === 0) return outcome(undefined);
  const { value: facts, diagnostics } = await readGit({ root, entries: sources.git });
  const items = new Map(
    facts.flatMap((fact) => (fact.fact === "item" ? [[fact.item.id, fact.item] as const] : [])),
  );
  return outcome(items.size === 0 ? undefined : { items }, diagnostics);
}
