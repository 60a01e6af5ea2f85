import type { Graph } from "#model/graph.ts";
import type { ItemId } from "#model/item.ts";
import { reach, type Reached } from "#model/trace/reach.ts";

/** What a change of some items touches. */
export interface Impact {
  readonly changed: readonly ItemId[];
  /** What builds on them, at any distance. */
  readonly dependents: readonly Reached[];
  /** What they implement, verify or cover, up to the top. */
  readonly served: readonly Reached[];
  /** Tests and checks of all of these, which have to run again. */
  readonly evidence: readonly ItemId[];
  /** What only points to them. */
  readonly mentions: readonly Reached[];
}

const evidenceKinds: ReadonlySet<string> = new Set(["test", "criterion", "measurement"]);

/** What a change of `changed` touches, over strong links; what merely points there is kept apart. */
export function impactOf(graph: Graph, changed: readonly ItemId[]): Impact {
  const incoming = reach(graph, changed, "in");
  const dependents = incoming.filter(({ isStrong }) => isStrong);
  const served = reachServed(graph, changed);
  const touched = [...changed, ...[...dependents, ...served].map(({ item }) => item)];
  const isEvidence = (id: ItemId): boolean => evidenceKinds.has(graph.items.get(id)?.kind ?? "");
  const checks = touched.flatMap((id) =>
    (graph.incoming.get(id) ?? []).map(({ from }) => from).filter(isEvidence),
  );
  return {
    changed,
    dependents: dependents.filter(({ item }) => !isEvidence(item)),
    served,
    evidence: [...new Set([...touched.filter(isEvidence), ...checks])].sort(),
    mentions: incoming.filter(({ isStrong }) => !isStrong),
  };
}

/** Upwards only by links that count as coverage: not to everything else that work depends on. */
function reachServed(graph: Graph, changed: readonly ItemId[]): readonly Reached[] {
  const isCoverage = (name: string): boolean =>
    graph.policy.roles.get(name)?.countsAsCoverage === true;
  const outgoing = new Map(
    [...graph.outgoing].map(([id, links]) => [
      id,
      links.filter(({ role, declaredRole = role }) => isCoverage(declaredRole)),
    ]),
  );
  return reach({ ...graph, outgoing }, changed, "out").filter(({ isStrong }) => isStrong);
}
