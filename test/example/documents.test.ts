import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { isThere } from "../../generator/model/programme/document-state.ts";
import { type Graph, itemsOf } from "../../generator/model/graph.ts";
import { readExample } from "../support/read-example.ts";
import { renderPages } from "../support/pages.ts";
import type { Fact } from "../../generator/model/fact.ts";
import { buildGraph } from "../../generator/graph/index.ts";
import { repository } from "../support/repository.ts";

const seeds = join(repository, "../shared/seeds");

let facts: readonly Fact[];
let graph: Graph;

beforeAll(async () => {
  facts = (await readExample()).value;
  graph = buildGraph(facts).value;
});

/** Every path that the data of the example name. */
const named = (): ReadonlySet<string> =>
  new Set(
    [
      ...itemsOf(graph, "document").map(({ attributes }) => attributes.path),
      ...itemsOf(graph, "deliverable").map(({ attributes }) => attributes.document),
      ...itemsOf(graph, "artefact").map(({ attributes }) => attributes.path ?? ""),
    ].flatMap((path) => [path, basename(path)]),
  );

describe("the documents of the example", () => {
  test("each is a page that is made, or a file that is there", () => {
    const { pages, codes } = renderPages(facts, { language: "pt-BR", asOf: "2026-02-09" });
    expect(codes.filter((code) => /no-such-page|document-missing/.test(code))).toEqual([]);
    const index = pages["reports/documents.md"] ?? "";
    const documents = itemsOf(graph, "document");
    expect(documents.length).toBeGreaterThan(35);
    for (const { id } of documents) {
      const row = index.split("\n").find((line) => line.includes(`id="${id.replace(":", "-")}"`));
      expect(row).toMatch(/\]\([^)]+\.md\)/);
    }
  });

  test("a promise is kept by content alone: a page that says that nothing is there does not count", () => {
    const deliverables = itemsOf(graph, "deliverable");
    expect(deliverables).toHaveLength(8);
    const unmeasured = itemsOf(graph, "measurement").every(
      ({ attributes }) => attributes.grade !== "measured",
    );
    const there = deliverables.filter((each) =>
      isThere({ graph, evaluation: { signed: new Set() } }, each),
    ).length;
    expect(unmeasured ? there : 0).toBe(0);
  });

  test.skipIf(!existsSync(seeds))("every document that the five sources name is among them", () => {
    const text = readdirSync(seeds)
      .map((name) => readFileSync(join(seeds, name), "utf8"))
      .join("\n");
    const written = text.match(/[A-Za-z0-9_./-]+\.(?:md|json|py|sql)\b/g) ?? [];
    const known = named();
    const missing = [...new Set(written)].filter((path) => !known.has(basename(path)));
    expect(written.length).toBeGreaterThan(40);
    expect(missing).toEqual([]);
  });
});

describe("the reports of the example", () => {
  test("are whole in both languages: no word is missing, and dates and numbers are the language's", () => {
    const [pt, en] = (["pt-BR", "en"] as const).map((language) =>
      renderPages(facts, { language, asOf: "2026-02-09" }),
    );
    const reports = (made: typeof pt) =>
      Object.entries(made?.pages ?? {}).filter(([path]) => path.startsWith("reports/"));
    expect(reports(pt).map(([path]) => path)).toEqual(reports(en).map(([path]) => path));
    for (const made of [pt, en])
      expect(made?.codes.filter((code) => code.includes("render/"))).toEqual([]);
    const [all, other] = [pt, en].map((made) =>
      reports(made)
        .map(([, text]) => text)
        .join("\n"),
    );
    expect(all).toContain("ter 17 fev 2026, 13:00 UTC-3");
    expect(other).toContain("Tue 17 Feb 2026, 13:00 UTC-3");
    expect(all).toContain("2,8 GB");
    expect(other).toContain("2.8 GB");
    // A key that is printed instead of its word, and text in the wrong encoding.
    for (const text of [all, other])
      expect(text).not.toMatch(/\b(?:plan|reports)\.[a-z]+-|Ã[§£©¡]|â€/);
  });
});
