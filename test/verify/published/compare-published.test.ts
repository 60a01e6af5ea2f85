import type { Move } from "#model/links/link-folder.ts";
import { comparePublished, type Inventory, lostSources, parseInventory } from "#verify/index.ts";
import { describe, expect, test } from "vitest";

type Page = Inventory["pages"][number];

const page = (path: string, more: Partial<Page> = {}): Page => ({
  ...{ path, title: path, language: "en", anchors: [] },
  ...more,
});

interface Story {
  readonly before: readonly Page[];
  readonly now: readonly Page[];
  readonly redirects?: readonly { readonly from: string; readonly to: string }[];
  readonly moves?: Readonly<Record<string, Move>>;
  readonly declared?: Readonly<Record<string, string>>;
}

function compare({ before, now, redirects = [], moves = {}, declared = {} }: Story) {
  const { value, diagnostics } = comparePublished({
    published: { pages: before, redirects },
    inventory: { links: { internal: 0, external: 0 }, pages: now },
    moves: new Map(Object.entries(moves)),
    declared: Object.entries(declared).map(([from, to]) => ({
      ...{ from, to },
      location: { file: "rastro.config.yaml", line: 5 },
    })),
  });
  return {
    redirects: value.map(({ from, to }) => `${from} ${to}`),
    findings: diagnostics.map(({ code, target }) => `${code} ${target ?? ""}`),
  };
}

describe("a page that moved", () => {
  test("is known again by its item, in its language", () => {
    const about = { subject: "table:public.x" };
    const story = compare({
      before: [page("x.md", about), page("pt/x.md", { ...about, language: "pt-BR" })],
      now: [page("y/x.md", about), page("pt/y/x.md", { ...about, language: "pt-BR" })],
    });
    expect(story).toEqual({
      redirects: ["x.html y/x.html", "pt/x.html pt/y/x.html"],
      findings: [],
    });
  });

  test("is known again by where its source went, when that is the source of one page", () => {
    const before = [page("a.md", { source: "docs/a.md" })];
    const moves = { "docs/a.md": { to: "docs/b.md", likeness: 90 } };
    const b = page("b.md", { source: "docs/b.md" });
    expect(compare({ before, now: [b], moves }).redirects).toEqual(["a.html b.html"]);
    const two = compare({ before, now: [b, { ...b, path: "c.md" }], moves });
    expect(two).toEqual({ redirects: [], findings: ["verify/removed-page a.html"] });
  });

  test("asks the history only for what no item tells", () => {
    const published = {
      pages: [page("a.md", { source: "a" }), page("b.md", { source: "b", subject: "b" })],
      redirects: [],
    };
    const now = [page("c.md", { source: "c", subject: "b" })];
    expect(lostSources(published, { links: { internal: 0, external: 0 }, pages: now })).toEqual([
      "a",
    ]);
  });

  test("keeps its oldest addresses, without a step in between", () => {
    const story = compare({
      before: [page("b.md", { subject: "s" })],
      now: [page("c.md", { subject: "s" })],
      redirects: [{ from: "a.html", to: "b.html" }],
    });
    expect(story).toEqual({ redirects: ["a.html c.html", "b.html c.html"], findings: [] });
  });

  test("that came back is itself again", () => {
    const story = compare({
      before: [page("b.md", { subject: "s" })],
      now: [page("a.md", { subject: "s" })],
      redirects: [{ from: "a.html", to: "b.html" }],
    });
    expect(story).toEqual({ redirects: ["b.html a.html"], findings: [] });
  });
});

describe("what is gone", () => {
  test("is a finding, unless settings say where readers belong", () => {
    const before = [page("a.md"), page("b.md"), page("c.md")];
    const declared = { "a.html": "d.html", "b.html": "https://example.com/b" };
    expect(compare({ before, now: [page("d.md")], declared })).toEqual({
      redirects: ["a.html d.html", "b.html https://example.com/b"],
      findings: ["verify/removed-page c.html"],
    });
  });

  test("is also the old address of a page that is gone", () => {
    const redirects = [{ from: "a.html", to: "b.html" }];
    expect(compare({ before: [page("b.md")], now: [], redirects }).findings).toEqual([
      "verify/removed-page b.html",
      "verify/removed-page a.html",
    ]);
  });

  test("can be a part of a page, also of one that moved", () => {
    const story = compare({
      before: [
        page("a.md", { anchors: ["x", "z"] }),
        page("b.md", { subject: "s", anchors: ["y"] }),
      ],
      now: [page("a.md", { anchors: ["z"] }), page("c.md", { subject: "s" })],
    });
    expect(story.findings).toEqual([
      "verify/removed-anchor a.html#x",
      "verify/removed-anchor c.html#y",
    ]);
  });
});

test("a declared redirect to nothing, or in a circle, is an error where it is written", () => {
  const declared = { "a.html": "b.html", "b.html": "a.html", "c.html": "guai.html" };
  expect(compare({ before: [], now: [page("guia.md")], declared })).toEqual({
    redirects: [],
    findings: [
      "verify/broken-redirect b.html",
      "verify/broken-redirect a.html",
      "verify/broken-redirect guai.html",
    ],
  });
});

test("an inventory that leads out of the site, or is none, is not taken", () => {
  const inventory = (pages: unknown, redirects: unknown = []) =>
    parseInventory(JSON.stringify({ version: 1, pages, redirects }));
  expect(inventory([{ path: "a/b.md", anchors: ["x"] }])).toMatchObject({
    pages: [{ path: "a/b.md" }],
  });
  for (const path of [
    "../a.md",
    "/a.md",
    "a//b.md",
    "a\\b.md",
    "a.md\u0000.md",
    "c:a.md",
    "a.js",
    3,
  ]) {
    expect(inventory([{ path, anchors: [] }])).toBeUndefined();
  }
  expect(inventory([], [{ from: "a.html", to: "javascript:alert(1)" }])).toBeUndefined();
  expect(inventory([{ path: "a.md", anchors: [1] }])).toBeUndefined();
  for (const text of ["", "null", "[]", '{"version":2}'])
    expect(parseInventory(text)).toBeUndefined();
});
