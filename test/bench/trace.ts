import { describeTrace, evaluateTrace } from "#evaluate/trace/index.ts";
import { buildGraph } from "#graph/index.ts";
import { type Fact, itemFact, type Reference, referenceFact } from "#model/fact.ts";
import type { Item } from "#model/item.ts";

/** CPU time from facts to findings: the graph, and all that tracing makes of it. */
export function traceReport(): Promise<string> {
  const rows = [10_000, 100_000].map((count) => {
    const facts = makeFacts(count);
    const { user, system } = process.cpuUsage();
    const { value: graph, diagnostics } = buildGraph(facts);
    const result = evaluateTrace(graph, new Map(), "2026-02-09");
    const findings = [...diagnostics, ...describeTrace(graph, result, "2026-02-09")].length;
    const used = process.cpuUsage();
    const seconds = (used.user - user + used.system - system) / 1e6;
    const cells = [count, graph.links.length, findings, `${seconds.toFixed(2)} s`];
    return `| ${cells.join(" | ")} |`;
  });
  const head = "| items | links | findings | CPU time |\n| --- | --- | --- | --- |";
  return Promise.resolve(`Tracing, from facts to findings\n\n${head}\n${rows.join("\n")}`);
}

/** A tree of requirements: each but the first covers three others that come before it. */
function makeFacts(count: number): readonly Fact[] {
  const location = { file: "requirements.yaml", line: 1 };
  return Array.from({ length: count }, (_, index) => index).flatMap((index) => {
    const item: Item = {
      kind: "requirement",
      id: `requirement:R${String(index)}`,
      title: `Requirement ${String(index)}`,
      location,
      attributes: { statement: "It holds", status: "approved", needs: [{ anyOf: ["covers"] }] },
    };
    const parents = index === 0 ? [] : [index - 1, Math.floor(index / 2), Math.floor(index / 3)];
    const references = parents
      .filter((parent) => parent < index)
      .map((parent): Reference => ({
        from: item.id,
        role: "covers",
        to: `R${String(parent)}`,
        location,
      }));
    return [itemFact(item), ...references.map(referenceFact)];
  });
}
