import { outcome, type Outcome } from "#diagnostics/index.ts";
import type { History } from "#model/graph.ts";
import type { ProjectSettings, Settings } from "#model/settings.ts";
import { historyItems } from "./history-facts.ts";
import { readHistories } from "./read-git.ts";

/** What git knows of a project, without its other sources and without links; nothing without git. */
export async function readHistory(
  { root }: Pick<Settings, "root">,
  { sources }: ProjectSettings,
): Promise<Outcome<History | undefined>> {
  if (sources.git.length === 0) return outcome(undefined);
  const { value, diagnostics } = await readHistories({ root, entries: sources.git });
  const found = await Promise.all(value.map(historyItems));
  const items = new Map(found.flat().map((item) => [item.id, item]));
  return outcome(items.size === 0 ? undefined : { items }, diagnostics);
}
