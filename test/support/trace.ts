import { evaluateTrace } from "#evaluate/trace/index.ts";
import { buildGraph } from "#graph/index.ts";
import { type Fact, itemFact, policyFact, type Reference, referenceFact } from "#model/fact.ts";
import type { Item, ItemId } from "#model/item.ts";
import type { WrittenTracePolicy } from "#model/trace/policy.ts";
import type { Requirement } from "#model/trace/requirement.ts";
import type { TraceResult } from "#model/trace/result.ts";

const location = { file: "trace.yaml", line: 1 };

/** Something that is asked for or shown; approved, of the type `req`, when nothing else is said. */
export const aRequirement = (name: string, attributes: Partial<Requirement> = {}): Item => ({
  kind: "requirement",
  id: `requirement:${name}`,
  title: name,
  location,
  attributes: { statement: `${name} holds`, status: "approved", type: "req", ...attributes },
});

export const aTest = (name: string, verdict: "passed" | "failed" | "skipped" = "passed"): Item => ({
  kind: "test",
  id: `test:${name}`,
  title: name,
  location,
  attributes: { suite: "suite", name, verdict },
});

export const aLink = (from: string, to: string, more: Partial<Reference> = {}): Fact =>
  referenceFact({
    from: (from.includes(":") ? from : `requirement:${from}`) as ItemId,
    role: "covers",
    to: to.includes(":") ? to : `requirement:${to}`,
    location,
    ...more,
  });

export const needs = (...types: readonly string[]): Partial<Requirement> => ({
  needs: types.map((type) => ({ anyOf: [type] })),
});

/** Judges a small graph. */
export function trace(
  items: readonly Item[],
  links: readonly Fact[],
  policy: WrittenTracePolicy = {},
): TraceResult {
  const graph = buildGraph([...items.map(itemFact), ...links, policyFact(policy)]).value;
  return evaluateTrace(graph, new Map(), "2026-02-09");
}

/** How far an item is covered, in both depths. */
export function coverageOf(result: TraceResult, name: string): string {
  const id = (name.includes(":") ? name : `requirement:${name}`) as ItemId;
  const found = result.items.get(id);
  return `${found?.shallow ?? "-"}/${found?.deep ?? "-"}`;
}
