import fc from "fast-check";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parsePage, type ProseOptions, writeProse } from "#markdown/index.ts";
import { rewriteProse } from "#markdown/prose/write-prose.ts";
import { corpora } from "../support/corpora.ts";
import { hostile } from "../support/hostile.ts";
import { canonicalHtml } from "../support/markdown.ts";

const options: ProseOptions = {
  depth: 2,
  link: ({ to }) => (to.includes("no") ? undefined : { text: `T ${to}`, href: `to/${to}` }),
};

/** What is mended where it stands reads like what is taken apart and written anew. */
function check(text: string): boolean {
  const prose = { text: text.replace(/\r\n?/g, "\n"), location: { file: "docs/x.md", line: 1 } };
  const [patched, rewritten] = [writeProse(prose, options), rewriteProse(prose, options)];
  const html = (markdown: string): string =>
    canonicalHtml(parsePage(`First.\n\n${markdown}\n\nLast.\n`).html);
  const [line, again] = [writeProse, rewriteProse].map((write) =>
    write(prose, { ...options, inline: true }),
  );
  expect(
    canonicalHtml(parsePage(`x ${line ?? ""}`).html),
    `${line ?? ""}\n=====\n${again ?? ""}`,
  ).toBe(canonicalHtml(parsePage(`x ${again ?? ""}`).html));
  expect(html(patched), `${patched}\n=====\n${rewritten}`).toBe(html(rewritten));
  return patched !== rewritten;
}

describe("a text mended where it stands reads like one written anew", () => {
  it.each([
    "![[OPT1]] !![x](https://y.z/i.png) <[b](no.md)>x</[b](no.md)> &[lt](no.md); <[[no|b]]>",
    "# A\n\n[b](c.md) [no](no.md) ![d](e.png) ![f](https://x.example/g.png)\n\n### H [[OPT1]]\n",
    "> [a](b.md)\n> [c\n> d](e.md 'f')\n\n- [[OPT1]]\n  - [[no]] x\n",
    "| a |\n| - |\n| [[OPT1\\|b]] [c|d](e.md) ![f](g.png) |\n",
    "[# a](no.md) [- b](no.md)\n[1. c](no.md)\n",
    "```\n[a](b.md)\n```\n\n    [[OPT1]]\n",
    "\\[[OPT1]] `[[OPT1]]` [a [[OPT1]] b](c.md)\n",
    '[a](b.md "c \\" d") <https://x.example> https://x.example [e](<f g.md>)\n',
    "A\n=\n\nB\n-\n",
    "```\nopen",
    "**[a](b.md)**_[c](no.md)_ x[no](no.md)y\n",
    "See \"[a](no.md)\" and '[b](no.md).'\n",
    '<a title="[a](no.md)">\n',
    '[`a`](no.md), ["b"](no.md) and `<c>` "[d](no.md)."\n',
    '`<a title="[b](no.md)">\n\n[x](y.md "<a b=") "[c](no.md)"\n',
    "One of:  \n\\* `a`: b_c  \n\\* [d](e.md)\\\nf\n",
    "A.\n\n- `b` [c](d.md)\n- [e](no.md)\n\n> [!NOTE]\n> f\n> g\n",
    "* a\n\nb *\n\n`c\n\nd`\n",
    "- [ ] a\n- [x] b\n",
    "\n\ta",
    "a\n\t> b\n",
    "> a\n> > b\nc\n>      > d\n",
    "\ufeffa\n\n- b\n",
    "a\n> \\\n> \\",
  ])("%j", (text) => {
    check(text);
  });

  it("however hostile", () => {
    for (const text of hostile) check(text);
  });

  it("whatever it is made of", () => {
    const pieces = [
      ...Array.from("\\`*_[]()#+-.!|~:>\n\n\t  a1"),
      "[a](b.md)",
      "[no](no.md)",
      "![c](d.png)",
      "[[OPT1]]",
      "[[no|x]]",
      "# ",
      "```",
      "| a |\n| - |\n",
      "<",
      "!",
      "&",
      ";",
      "[b](no.md)",
      "[e](https://x.example/f)",
      "`g`",
      " https://x.example ",
      "Word",
      '"',
      "\n\n",
      "  \n",
      "\n- ",
      "\n> ",
    ];
    const text = fc.string({ unit: fc.constantFrom(...pieces), maxLength: 16 });
    fc.assert(
      fc.property(text, (each) => {
        check(each);
      }),
      { numRuns: 400, seed: 20260207 },
    );
  });

  it.skipIf(corpora === undefined)("in real documents (skipped without ../shared/corpora)", () => {
    const folder = join(corpora ?? "", "markdown");
    const texts = globSync("{bertel-fr,churninsight-pt}/**/*.md", { cwd: folder })
      .sort()
      .map((file) => readFileSync(join(folder, file), "utf8").replace(/^\ufeff/, ""))
      .filter((text) => text.length < 20_000)
      .slice(0, 40);
    const different = texts.filter(check);
    expect(different.length).toBeGreaterThan(10);
  });
});
