import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parsePage } from "#markdown/index.ts";
import { corpora } from "../support/corpora.ts";
import { canonicalHtml, remarkHtml } from "../support/markdown.ts";

interface Example {
  readonly number: number;
  readonly markdown: string;
  readonly html: string;
}

const read = (file: string): readonly Example[] =>
  JSON.parse(readFileSync(join(corpora ?? "", "markdown", file), "utf8")) as Example[];

/** Of each file: examples that the two engines read differently, with the reason. */
const known: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  "commonmark/commonmark-0.31.2.tests.json": {},
  "cmark-gfm/gfm.tests.json": {},
};

describe.skipIf(corpora === undefined)(
  "the native engine and remark agree (skipped without ../shared/corpora)",
  () => {
    it.each(Object.keys(known))("on the examples of %s", (file) => {
      const examples = read(file);
      const different = examples.filter(
        ({ markdown }) =>
          canonicalHtml(parsePage(markdown).html) !== canonicalHtml(remarkHtml(markdown)),
      );
      expect(examples.length).toBeGreaterThan(600);
      expect(different.map(({ number }) => String(number))).toEqual(Object.keys(known[file] ?? {}));
    });
  },
);

describe("the native engine and remark agree", () => {
  it.each([
    "# Título\n\nTexto com **negrito**, _itálico_, ~~riscado~~ e `código`.\n",
    "| a | b |\n| :- | -: |\n| 1 | `x\\|y` |\n",
    "- [ ] fazer\n- [x] feito\n  1. um\n  2. dois\n",
    "Nota[^1] e outra[^b].\n\n[^1]: Um.\n[^b]: Dois,\n    em dois parágrafos.\n",
    "www.exemplo.br, https://exemplo.br/a_b e eu@exemplo.br\n",
    "<details>\n<summary>Mais</summary>\n\n- a\n\n</details>\n",
    "Emoji 😀 :smile: $x$ e {{x}} \\* &amp; &copy;\n",
    "---\ntitle: x\n---\n\n# Depois\n",
  ])("on %j", (markdown) => {
    expect(canonicalHtml(parsePage(markdown).html)).toBe(canonicalHtml(remarkHtml(markdown)));
  });
});
