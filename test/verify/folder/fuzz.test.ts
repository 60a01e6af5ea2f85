import fc from "fast-check";
import { expect, test } from "vitest";
import { dialectOf, readHtmlLinks, readMarkdownLinks } from "#markdown/links/index.ts";
import { isPage, openJudge, readFolderPage } from "#verify/folder/index.ts";

/** Documents that have everything, to be broken in every way. */
const seeds = [
  "---\ndraft: true\n---\n# Ação {#x}\n\n[a](b.md#c \"d\") ![e](f.png) [g][h] [i][] [[j#k|l]]\n\n[h]: <m n.md> 'o'\n",
  "> - [p](q%20r.md)\n>   <a href='s.md' id=\"t\">u</a>[^v]\n\n[^v]: w\n    [x](y\\z.md)\n\n| a | b |\n|-|-|\n| [c](d) | <img src=e> |\n",
  '<!doctype html>\n<p id="a"><a href="#A">b</a><img srcset="c.png 1x, d.png 2x">\n<script>"<a href=e>"</script><!-- <a name=f> -->\n',
  "[a](%ZZ) [b](../../../c) [c](javascript:d) [e](<>) [f](#) <http://localhost> https://x.y/\u200d\u0301 e\u0301 👩‍👩‍👧 \ud800 \u0000 \ufeff",
];

const scraps = fc.constantFrom(
  ..."[]()<>!#%\\`*_|\"'&;:/?^=-\n\r\t ~{}".split(""),
  "](",
  "]: ",
  "[^",
  "[[",
  "<a href=",
  "<!--",
  "-->",
  "%C3",
  "\u0301",
  "\u202e",
  "\ud83d",
  "\u2028",
  "\r\n",
  "    ",
  "> ",
  "- ",
  "```\n",
);

interface Cut {
  readonly at: number;
  readonly length: number;
  readonly scrap: string;
}

/** A seed with some pieces taken out and others put in. */
const documents = fc
  .tuple(
    fc.constantFrom(...seeds),
    fc.array(
      fc.record({ at: fc.nat(300), length: fc.nat(6), scrap: scraps }) as fc.Arbitrary<Cut>,
      { maxLength: 12 },
    ),
  )
  .map(([seed, cuts]) =>
    cuts.reduce(
      (text, { at, length, scrap }) => text.slice(0, at) + scrap + text.slice(at + length),
      seed,
    ),
  );

const runs = Number(process.env["RASTRO_FUZZ_RUNS"] ?? 400);
const names = ["a.md", "b.html", "sub/c.mdx"] as const;

test(
  "whatever stands in a document is judged, and every position lies in it",
  { timeout: 600_000 },
  () => {
    fc.assert(
      fc.property(documents, fc.constantFrom(...names), (text, path) => {
        const dialect = dialectOf("github");
        const read = () => readFolderPage(path, text, { dialect });
        const folder = { files: [path], folders: ["sub"], aliases: new Map(), isRepository: true };
        const judge = openJudge({ folder, read, tables: [], dialect });
        judge.judge(path);
        const { diagnostics } = judge.conclude({ moves: new Map(), origins: new Map() });
        const lines = text.split(/\r\n|\n|\r/);
        for (const { line, column = 1, fix } of diagnostics) {
          if (line === undefined) continue;
          expect(line).toBeLessThanOrEqual(lines.length);
          expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1);
          expect(line * column).toBeGreaterThan(0);
          if (fix) expect(fix.endColumn - 1).toBeLessThanOrEqual(lines[fix.line - 1]!.length);
        }
      }),
      { numRuns: runs },
    );
  },
);

test("an address that can be mended stands exactly where the finding says", () => {
  fc.assert(
    fc.property(documents, (text) => {
      const lines = text.split(/\r\n|\n|\r/);
      const { links } = readMarkdownLinks(text, dialectOf("github"));
      for (const { url, span: find } of [...links, ...readHtmlLinks(text).links]) {
        const span = find?.();
        if (!span) continue;
        const written = lines[span.line - 1]!.slice(span.column - 1, span.endColumn - 1);
        expect(written).toBe(url);
      }
    }),
    { numRuns: runs },
  );
});

test("only Markdown and HTML are pages", () => {
  expect(names.every(isPage)).toBe(true);
  expect(["a.txt", "md", "b.html.bak"].some(isPage)).toBe(false);
});
