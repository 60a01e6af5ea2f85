import type { Page } from "#model/pages/page.ts";
import { withItemOrigins } from "#render/html/body/item-origins.ts";
import { expect, test } from "vitest";

const input = {
  title: "A",
  languages: ["en"],
  projects: [],
  words: { "pt-BR": {}, en: {} },
  site: [],
  repositoryUrl: "https://forge.example/a?b=1&c",
  changes: new Map([["a.yaml", { commit: "0123456789", date: "2026-02-07T10:00:00Z" }]]),
} as const;
const place = (anchor: string, line: number) => ({ anchor, location: { file: "a.yaml", line } });
const page = (...places: NonNullable<Page["places"]>): Page => ({
  path: "a.md",
  project: "",
  language: "en",
  target: "pages",
  view: "a",
  title: "A",
  markdown: "",
  origins: [],
  places,
});
const fit = (html: string, of: Page, settings: Parameters<typeof withItemOrigins>[2]["input"]) =>
  withItemOrigins(html, of, { input: settings, words: (key) => key });

test("a heading that stands for an item says the line, the commit and the day", () => {
  const html = '<h2 id="x"><a id="op-x"></a>X</h2>\n<p>y</p>';
  expect(fit(html, page(place("op-x", 7)), input)).toBe(
    '<h2 id="x"><a id="op-x"></a>X</h2>\n<p class="from">site.source: <a href="https://forge.example/a?b=1&amp;c/a.yaml#L7"><code>a.yaml:7</code></a> · site.changed 01234567, 7 Feb 2026</p>\n<p>y</p>',
  );
});

test("a row leads to its line, unless it names one", () => {
  const row = (more: string) => `<tr>\n<td><a id="r"></a>R</td>\n<td>${more}</td>\n</tr>`;
  expect(fit(row(""), page(place("r", 3)), input)).toContain(
    'R <a class="from" href="https://forge.example/a?b=1&amp;c/a.yaml#L3" title="site.source: a.yaml:3 · site.changed 01234567, 7 Feb 2026" aria-label="site.source: a.yaml:3"></a></td>',
  );
  const named = row('<a class="place" href="x"><code>a.yaml:3</code></a>');
  expect(fit(named, page(place("r", 3)), input)).toBe(named);
});

test("what the page says already, or nobody can see, is not said", () => {
  const said = '<h2><a id="op-x"></a>X</h2>\n<p><code>a.yaml:7</code></p>';
  expect(fit(said, page(place("op-x", 7)), input)).toBe(said);
  const { title, languages, projects, words, site } = input;
  const nowhere = { title, languages, projects, words, site };
  const html = '<h2><a id="op-x"></a>X</h2>';
  expect(fit(html, page(place("op-x", 7)), nowhere)).toBe(html);
  expect(fit(html, page(place("other", 7)), input)).toBe(html);
});
