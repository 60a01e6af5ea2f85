import { buildGraph } from "#graph/index.ts";
import { type Graph, itemsOf } from "#model/graph.ts";
import type { Item } from "#model/item.ts";
import { readRequirements } from "#sources/requirements/index.ts";
import { readTests } from "#sources/tests/read-tests.ts";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { corpora } from "../../support/corpora.ts";

const hint = corpora === undefined ? " (skipped: no corpora beside the repository)" : "";
const root = join(corpora ?? "", "trace");

interface Counts {
  readonly zephyr: Readonly<Record<string, number>> & { readonly SYRS_without_SRS_child: string[] };
}

async function graphOf(...paths: readonly string[]): Promise<Graph> {
  const entries = paths.map((path) => ({ path, foreign: true }));
  const { value, diagnostics } = await readRequirements({ root, entries });
  expect(diagnostics).toEqual([]);
  const graph = buildGraph(value);
  expect(graph.diagnostics.filter(({ code }) => code === "graph/duplicate-id")).toEqual([]);
  return graph.value;
}

const countBy = (
  items: readonly Item<"requirement">[],
  of: (item: Item<"requirement">) => string,
) => Object.fromEntries([...Map.groupBy(items, of)].map(([key, { length }]) => [key, length]));

describe.skipIf(corpora === undefined)(
  `requirements of others are counted as they are${hint}`,
  () => {
    test("Zephyr: levels, parents, and what no other covers", async () => {
      const expected = JSON.parse(
        readFileSync(join(corpora ?? "", "expected/trace.json"), "utf8"),
      ) as Counts;
      const { zephyr } = expected;
      const graph = await graphOf("zephyr-reqmgmt");
      const items = itemsOf(graph, "requirement");
      const level = ({ id }: Item): string => (id.includes("SYRS") ? "SYRS" : "SRS");
      const parents = graph.links.filter(({ role }) => role === "covers");
      expect(items).toHaveLength(zephyr["requirements"] ?? 0);
      expect(countBy(items, level)).toEqual({ SYRS: zephyr["SYRS"], SRS: zephyr["SRS"] });
      expect(countBy(items, ({ attributes }) => attributes.status)).toEqual(zephyr["status"]);
      expect(parents).toHaveLength(zephyr["parent_relations"] ?? 0);
      expect(parents.filter(({ status }) => status !== "resolved")).toHaveLength(
        zephyr["dangling_parents"] ?? -1,
      );
      expect(items.filter(({ id }) => !graph.outgoing.has(id))).toHaveLength(
        zephyr["without_parent"] ?? -1,
      );
      const uncovered = items.filter(
        (item) =>
          level(item) === "SYRS" &&
          !graph.incoming.get(item.id)?.some(({ from }) => from.includes("ZEP-SRS-")),
      );
      expect(uncovered.map(({ id }) => id.replace("requirement:", "")).toSorted()).toEqual(
        zephyr.SYRS_without_SRS_child.toSorted(),
      );
    });

    test("StrictDoc: its own requirements, features and designs", async () => {
      const graph = await graphOf("strictdoc-docs");
      const items = itemsOf(graph, "requirement");
      expect(countBy(items, ({ attributes }) => attributes.type ?? "")).toEqual({
        requirement: 299,
        feature: 13,
        design: 2,
      });
      const requirements = items.filter(({ attributes }) => attributes.type === "requirement");
      expect(countBy(requirements, ({ attributes }) => attributes.status || "none")).toEqual({
        Active: 262,
        Backlog: 30,
        Draft: 2,
        none: 5,
      });
      const parents = graph.links.filter(({ role }) => role === "covers");
      expect(parents).toHaveLength(230);
    });

    test("Sphinx-Needs: needs of two projects, and the tests of a third", async () => {
      const graph = await graphOf(
        "sphinx-needs-demo/needs_import.json",
        "sphinx-needs-demo/needs_external.json",
      );
      expect(itemsOf(graph, "requirement")).toHaveLength(8);
      expect(graph.links.filter(({ status }) => status === "resolved")).toHaveLength(4);
      const entries = [{ path: "sphinx-needs-demo/testsuites", foreign: true }];
      const results = await readTests({ root, entries });
      const tests = results.value.flatMap((fact) =>
        fact.fact === "item" && fact.item.kind === "test" ? [fact.item] : [],
      );
      expect(tests).toHaveLength(10);
    });
  },
);
