import { diagnose, outcome, type Outcome } from "#diagnostics/index.ts";
import type { Redirect } from "#model/links/redirect.ts";
import type { Settings } from "#model/settings.ts";
import { findMoves } from "#sources/folder/index.ts";
import { readCommitted } from "#sources/index.ts";
import {
  comparePublished,
  type Inventory,
  lostSources,
  nothingPublished,
  parseInventory,
  type PublishedInventory,
} from "#verify/index.ts";

/** The addresses that a site must keep: those that settings name, and those that readers have. */
export async function keepAddresses(
  inventory: Inventory,
  settings: Settings,
): Promise<Outcome<readonly Redirect[]>> {
  const { published, redirects: declared = [], root } = settings;
  if (published === undefined && declared.length === 0) return outcome([]);
  const { value, diagnostics } = readPublished(settings);
  const lost = lostSources(value, inventory);
  const sources = new Set(inventory.pages.flatMap(({ source }) => source ?? []));
  // Most runs lose nothing, and ask git nothing.
  const moves = lost.length === 0 ? new Map<string, never>() : await findMoves(root, lost, sources);
  const compared = comparePublished({ published: value, inventory, moves, declared });
  return outcome(compared.value, [...diagnostics, ...compared.diagnostics]);
}

function readPublished({ published, root }: Settings): Outcome<PublishedInventory> {
  if (published === undefined) return outcome(nothingPublished);
  const { file, location } = published;
  const { value: text, diagnostics } = readCommitted(root, file);
  if (diagnostics.length > 0) return outcome(nothingPublished, diagnostics);
  const parsed = text === undefined ? undefined : parseInventory(text);
  if (parsed !== undefined) return outcome(parsed);
  const reason = text === undefined ? "missing" : "other";
  return outcome(nothingPublished, [
    diagnose("verify/unreadable-inventory", { file, reason }, { location, target: file }),
  ]);
}
