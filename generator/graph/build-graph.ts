import { diagnose, type Diagnostic, outcome, type Outcome } from "#diagnostics/index.ts";
import type { Fact, Reference } from "#model/fact.ts";
import type { Graph, Link } from "#model/graph.ts";
import { type Item, type ItemId, itemName } from "#model/item.ts";
import { completePolicy } from "./complete-policy.ts";
import { inferFromScopes } from "./infer-from-scopes.ts";
import { inferReferences } from "./infer-links.ts";
import { indexNames, type NameIndex, resolveName } from "#model/names.ts";
import { reportCycles } from "./report-cycles.ts";
import { suggestNames } from "./suggest-names.ts";

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Links what the sources reported. The order of the facts does not change the result.
 *
 * @trace P1
 */
export function buildGraph(facts: readonly Fact[]): Outcome<Graph> {
  const { items, duplicates, diagnostics } = mergeItems(facts);
  const index = indexNames(items);
  const written = facts.flatMap((fact) => (fact.fact === "reference" ? [fact.reference] : []));
  const inferred = inferReferences(items);
  const links = [...written, ...inferred.value, ...inferFromScopes(items)]
    .map((reference) => linkReference(reference, index))
    .sort(compareLinks);
  const broken = links.flatMap((link) => describeBroken(link, index));
  const tallies = facts
    .flatMap((fact) => (fact.fact === "tally" ? [fact.tally] : []))
    .sort((a, b) => compare(a.source, b.source) || compare(a.file, b.file));
  const resolved = links.filter((link) => link.status === "resolved");
  const graph: Graph = {
    items,
    links,
    outgoing: Map.groupBy(links, ({ from }) => from),
    incoming: Map.groupBy(resolved, ({ target }) => target as ItemId),
    tallies,
    duplicates,
    policy: completePolicy(facts.flatMap((fact) => (fact.fact === "policy" ? [fact.policy] : []))),
    ...lockOf(facts),
  };
  return outcome(graph, [
    ...diagnostics,
    ...inferred.diagnostics,
    ...broken,
    ...reportCycles(links),
  ]);
}

/** Of two definitions of one id the first by place is kept, and both are reported. */
function mergeItems(facts: readonly Fact[]): {
  items: ReadonlyMap<ItemId, Item>;
  duplicates: ReadonlyMap<ItemId, readonly Item[]>;
  diagnostics: readonly Diagnostic[];
} {
  const found = facts.filter((fact) => fact.fact === "item");
  const foreign = new Set(found.flatMap((fact) => (fact.foreign ? [fact.item] : [])));
  const defined = found
    .map(({ item }) => item)
    .sort((a, b) => compare(a.id, b.id) || compareLocations(a, b));
  const items = new Map<ItemId, Item>();
  const duplicates = new Map<ItemId, Item[]>();
  const diagnostics: Diagnostic[] = [];
  for (const item of defined) {
    const first = items.get(item.id);
    if (first === undefined) {
      items.set(item.id, item);
      continue;
    }
    diagnostics.push(describeDuplicate(item, first, foreign));
    const known = duplicates.get(item.id);
    if (known) known.push(item);
    else duplicates.set(item.id, [first, item]);
  }
  return { items, duplicates, diagnostics };
}

/** Several locks, of parts of a project, are read as one. */
function lockOf(facts: readonly Fact[]): Pick<Graph, "lock"> {
  const locks = facts.flatMap((fact) => (fact.fact === "lock" ? [fact.lock] : []));
  const [first] = locks;
  if (first === undefined) return {};
  return { lock: { file: first.file, reviewed: locks.flatMap(({ reviewed }) => reviewed) } };
}

/** Where both are somebody else's, nobody here can rename one. */
function describeDuplicate(item: Item, first: Item, foreign: ReadonlySet<Item>): Diagnostic {
  const related = [{ ...first.location, message: `\`${first.id}\`` }];
  const isForeign = foreign.has(item) && foreign.has(first);
  return diagnose(
    "graph/duplicate-id",
    { id: item.id },
    { location: item.location, related, ...(isForeign && { severity: "warning" }) },
  );
}

function linkReference(reference: Reference, index: NameIndex): Link {
  const resolution = resolveName(reference.to, index);
  if (resolution.status !== "resolved") return { ...reference, status: resolution.status };
  const { target, anchor, rev, isMoved } = resolution;
  return {
    ...reference,
    status: "resolved",
    target,
    ...(anchor !== undefined && { anchor }),
    ...(rev !== undefined && { pin: { ...reference.pin, rev } }),
    ...(isMoved && { isMoved }),
  };
}

function describeBroken(link: Link, index: NameIndex): readonly Diagnostic[] {
  const { from, to, written = to, location } = link;
  if (link.isMoved && link.target !== undefined) {
    const now = itemName(link.target);
    return [diagnose("graph/moved-name", { to: written, now }, { location, suggestions: [now] })];
  }
  const severity = link.foreign === true ? "warning" : "error";
  if (link.status === "dangling") {
    const suggestions = suggestNames(link, index);
    return [
      diagnose(
        "graph/dangling-reference",
        { from: itemName(from), to: written },
        { severity, location, target: to, suggestions },
      ),
    ];
  }
  if (link.status === "ambiguous") {
    const candidates = index.byName.get(to) ?? [];
    return [
      diagnose("graph/ambiguous-reference", { to, candidates }, { severity, location, target: to }),
    ];
  }
  return [];
}

const compareLocations = (a: { location: Item["location"] }, b: { location: Item["location"] }) =>
  compare(a.location.file, b.location.file) ||
  (a.location.line ?? 0) - (b.location.line ?? 0) ||
  (a.location.column ?? 0) - (b.location.column ?? 0);

const compareLinks = (a: Link, b: Link): number =>
  compare(a.from, b.from) ||
  compare(a.role, b.role) ||
  compare(a.to, b.to) ||
  compareLocations(a, b);
