import fc from "fast-check";
import type { Nodes } from "mdast";
import { visit } from "unist-util-visit";
import { describe, expect, it } from "vitest";
import { parsePage, type ProseOptions, writeProse } from "#markdown/index.ts";
import { hostile } from "../support/hostile.ts";
import { unsafeIn } from "../support/markdown.ts";
import { readMarkdown } from "../support/outline.ts";

const options: ProseOptions = {
  depth: 2,
  link: ({ to }) => (to.startsWith("no") ? undefined : { text: `<${to}>`, href: `to/${to}` }),
};

const write = (text: string, more: Partial<ProseOptions> = {}, file = "docs/x.md") =>
  writeProse({ text, location: { file, line: 1 } }, { ...options, ...more });

describe("somebody's text", () => {
  it("without markup is itself", () => {
    expect(write("Reserva de terra, às 3h (ou 50%).")).toBe("Reserva de terra, às 3h (ou 50%).");
    expect(write("  ")).toBe("");
  });

  it("keeps its Markdown", () => {
    const text =
      "**a** _b_ ~~c~~ `d`\n\n- [ ] e\n- f\n  1. g\n\n> h\n\n| i |\n| - |\n| `j\\|k` |\n\n```sql\nl\n```\n";
    expect(write(text)).toBe(text.trim());
  });

  it("links to items, with their words or its own, and keeps the words of what is not there", () => {
    expect(write("[[OPT1]] [[OPT1|x y]] [[no-such]] [[no|words]] `[[OPT1]]`")).toBe(
      "[\\<OPT1>](to/OPT1) [x y](to/OPT1) no-such words `[[OPT1]]`",
    );
    expect(write("| a |\n| - |\n| [[table:a_b\\|T]] |")).toBe(
      "| a |\n| - |\n| [T](to/table:a_b) |",
    );
  });

  it("links to pages and files where the page that shows it has them", () => {
    expect(write("[a *b*](../y.md#z 't') ![c](d.png) [e](no.md) [f](/no) [#](#g)")).toBe(
      '[a *b*](to/page:y#z "t") ![c](to/asset:docs/d.png) [e](to/page:docs/no) [f](to/asset:no) [#](to/page:docs/x#g)',
    );
    expect(write("[a](b.md) ![c](d.png)", { link: () => undefined })).toBe("a c");
  });

  it("resolves references, so that texts on one page cannot meet", () => {
    expect(write("[a][r] ![b][r] [r] [none]\n\n[r]: https://x.example 'T'")).toBe(
      '[a](https://x.example "T") [b](https://x.example) [r](https://x.example "T") \\[none]',
    );
    expect(write("a[^1]\n\n[^1]: b", { idPrefix: "op-x" })).toBe("a[^op-x-1]\n\n[^op-x-1]: b");
    expect(write("a[^1]\n\n[^1]: b")).toBe("a[^docs-x-md-1-1]\n\n[^docs-x-md-1-1]: b");
  });

  it("begins its headings where the page wants them", () => {
    expect(write("## a\n\n#### b\n\n# c", { depth: 3 })).toBe("#### a\n\n###### b\n\n### c");
    expect(write("###### a", { depth: 2 })).toBe("## a");
  });

  it("keeps the anchors of headings whose words come from elsewhere", () => {
    expect(write("# [[OPT1]]\n\n# x\n\n# [[OPT1]]")).toBe(
      '## <a id="opt1"></a>[\\<OPT1>](to/OPT1)\n\n## x\n\n## <a id="opt1-1"></a>[\\<OPT1>](to/OPT1)',
    );
  });

  it("loses raw HTML but not its words, links, images and harmless tags", () => {
    const text =
      "a<br/>b <sub class=x>c</sub> <b>d</b> <a href='e.md' onclick=x>f [[OPT1]]</a> <img src='g.png' alt='h'>" +
      " <a name='i'>j</a> <!-- k --> <script>l</script> <sup>m";
    expect(write(text)).toBe(
      'a<br>b <sub>c</sub> **d** [f \\<OPT1>](to/page:docs/e) ![h](to/asset:docs/g.png) <a id="i"></a>j   m',
    );
    expect(
      write("<p align=center>a <b>b</b> &amp; *c*</p>\n\n<!-- d -->\n\n<style>e</style>"),
    ).toBe("a **b** & \\*c\\*");
  });

  it("keeps what only looks like a tag", () => {
    expect(write("Use <token> and List<String>, Map<K, Id<T>> </token>.")).toBe(
      "Use \\<token> and List\\<String>, Map\\<K, Id\\<T>> \\</token>.",
    );
    expect(write("<token>\nx <b>y</b>\n</token>")).toBe("\\<token> x **y** \\</token>");
  });

  it("keeps the links, images and marks of blocks of HTML", () => {
    expect(write('<div align="center"><a href="b.md">Docs <b>here</b></a></div>')).toBe(
      "[Docs **here**](to/page:docs/b)",
    );
    expect(
      write(
        '<p align="center">\n<a href="c.md"><img src="https://x.example/ci.svg" alt="CI"></a>\n' +
          '<a href="d.md"><img src="https://x.example/z.svg?a=1"></a><br>\n<em>a </em><code>b</code>\n</p>',
      ),
    ).toBe("[CI](to/page:docs/c) [z.svg](to/page:docs/d)<br> _a_ `b`");
    expect(write("<br>\n<p>a<a href='b.md'>\n<b> c </b>\n</a>d<br><br></p>")).toBe(
      "a [**c**](to/page:docs/b) d",
    );
    expect(write("<div>\n\n**a**\n\n</div>\n\n<center>b</center>")).toBe("**a**\n\nb");
    expect(write('<video src="https://x.example/a.mp4"></video>')).toBe(
      "[a.mp4](https://x.example/a.mp4)",
    );
  });

  it("keeps headings, lists, code and tables that are written in HTML", () => {
    expect(write('<h1 align="center">A <i>b</i></h1>\n\n<h2 id="k">c</h2>')).toBe(
      '## A _b_\n\n### <a id="k"></a>c',
    );
    expect(write("<ul><li>a<li>b<ol start=3><li>c</ol></ul>")).toBe("- a\n- b\n\n  3. c");
    expect(write("<dl><dt>a<dd>b</dl>")).toBe("**a**\n\nb");
    expect(write("<pre><code>  a\n   b\n</code></pre>")).toBe("```\n  a\n   b\n```");
    expect(write("<table><tr><th>a<th>b<tr><td>c | d<td><b>e</b><ul><li>f<li>g</ul></table>")).toBe(
      "| a | b |\n| - | - |\n| c \\| d | **e**<br>• f<br>• g |",
    );
    expect(write("<table><tr><td>\n\n![a](b.png)\n\n</td><td>c</td></tr></table>")).toBe(
      "| | |\n| - | - |\n| ![a](to/asset:docs/b.png) | c |",
    );
    expect(write("<table><tr><td>\n\n- a\n\n</td></tr></table>")).toBe("- a");
  });

  it("with tags without end is read as fast as others", () => {
    const began = performance.now();
    expect(write("<div>".repeat(6000))).toBe("");
    expect(write(`${"<p><b>".repeat(3000)}a`)).toContain("a");
    expect(write(`x ${"<script>".repeat(6000)}`)).toBe("x");
    expect(performance.now() - began).toBeLessThan(2000);
  });

  it("keeps the marks of notes", () => {
    const text = "> [!NOTE]\n> a [b](c.md)\n\n> [!tip] b";
    expect(write(text)).toBe(text.replace("c.md", "to/page:docs/c"));
    expect(write("> [!WARNING]\n> a <b>c</b>\n\n> [!TIP] <b>x</b>")).toBe(
      "> [!WARNING]\n> a **c**\n\n> \\[!TIP] **x**",
    );
  });

  it("may fold a part, when what folds it closes", () => {
    const text = "<details open>\n<summary>A <b>b</b> *c*</summary>\n\n- d\n\n</details>";
    expect(write(text)).toBe("<details> <summary>A b &#42;c&#42;</summary>\n\n- d\n\n</details>");
    expect(write("<details>\n<summary>A</summary>\n\nb")).toBe("A\n\nb");
    expect(write("a\n\n</details>")).toBe("a");
  });

  it("calls nobody: images from elsewhere become links", () => {
    expect(
      write("![a](https://x.example/i.png) [![b](https://y.example/j.png)](z.md) ![c](data:x)"),
    ).toBe("[a](https://x.example/i.png) [b](to/page:docs/z) c");
  });

  it("in one line has no blocks", () => {
    const text =
      "# a\n\nb\nc  \nd\n\n- e\n- **f**\n\n```\ng\nh\n```\n\n| i | j |\n| - | - |\n| k | [[OPT1]] |\n\n---\n\nx[^1]\n\n[^1]: y";
    expect(write(text, { inline: true })).toBe("a b c d e **f** `g h` i j k [\\<OPT1>](to/OPT1) x");
  });

  it("of a page has no front matter", () => {
    expect(write("---\na: 1\n---\n\nb")).toBe("b");
  });
});

const harmless =
  /^<(?:br|sub|\/sub|sup|\/sup|kbd|\/kbd|\/a|a id="[^"<>]*")>$|^(?:<\/?(?:details|summary)>|[^<>])+$/;

const check = (text: string): void => {
  const shown = write(text);
  const page = `First.\n\n${shown}\n\nLast.\n`;
  const { children } = readMarkdown(page);
  const word = (node: Nodes | undefined): unknown =>
    node?.type === "paragraph" && node.children[0]?.type === "text" && node.children[0].value;
  expect(word(children[0]), page).toBe("First.");
  const notes = children.filter(({ type }) => type !== "footnoteDefinition");
  expect(word(notes.at(-1)) ?? "", page).toBe("Last.");
  visit(readMarkdown(page), (node) => {
    if (node.type === "html") expect(node.value, page).toMatch(harmless);
    if (node.type === "heading") expect(node.depth).toBeGreaterThan(1);
    if (node.type === "image") expect(node.url, page).toMatch(/^to\//);
    if (node.type === "link") expect(node.url, page).toMatch(/^(?:to\/|https?:|mailto:)/i);
    expect(["definition", "yaml"]).not.toContain(node.type);
  });
  expect(unsafeIn(parsePage(page).html), page).toEqual([]);
};

const attacks = [
  "<a href='javascript:alert(1)'>x</a>",
  '<a href="java\nscript:alert(1)">x</a>',
  "<a href='&#106;avascript:alert(1)'>x</a>",
  "[x](javascript&colon;alert(1))",
  "[x](JAVASCRIPT:alert(1)) [y](vbscript:x) [z](data:text/html,x) <javascript:alert(1)>",
  "[x]: javascript:alert(1)\n\n[x]",
  "![x](javascript:alert(1))",
  "<img src=x onerror=alert(1)>",
  "<svg/onload=alert(1)><a xlink:href='javascript:x'>y</a></svg>",
  "<details ontoggle=alert(1) open><summary>x</summary></details>",
  "<a id='x\" onclick=\"alert(1)'></a>",
  "<a id=x onclick=alert(1)>y",
  "<sub onclick=alert(1)>x</sub>",
  "<scr<script>ipt>alert(1)</scr</script>ipt>",
  "<iframe src='//x'></iframe><form action=x><input></form>",
  "<!--><script>alert(1)</script>-->",
  "<![CDATA[<script>alert(1)</script>]]>",
  "<details>\n<summary>\n\n</summary>\n\n<script>\n\n</script>",
  "<details><details>\n\n</details>",
  "<summary>x</summary>\n\n</summary>",
  "<textarea><script>alert(1)</script>",
  "<div>\n\n```\n</div>",
  "```\nnot closed",
  "~~~~\nnot closed\n~~~",
  "- ```\n  not closed",
  "> ```\n> not closed",
  "<pre>\n\nnot closed",
  "<table><tr><td>x",
  "| a |\n| - |\n| <script> |",
  "[^x]: [y](javascript:z)\n\n[^x]",
  "[[OPT1|](javascript:x)]]",
  "[a [[OPT1]] b](javascript:x)",
  "***\n\n# h\n\nh\n===\n\nh\n---",
  "    code\n\n\tcode",
  "First.\n===",
  "<[script](no.md)>alert(1)</[script](no.md)>",
  "<[[no|script]]>alert(1)</[[no|script]]>",
  "<![img](no.png) src=x onerror=alert(1)>",
  "&[lt](no.md);b> [w](no.md)ww.x.y ![[OPT1]] !![x](https://y.z/i.png)",
  "|",
  "1. a\n\n   b\n2. c",
];

describe("a hostile text", () => {
  it("stays in its place", () => {
    for (const text of [...attacks, ...hostile]) check(text);
  });

  it("stays in its place whatever it is made of", () => {
    const pieces = [
      ...Array.from("\\`*_[]<>()#+-.!|~&:=$@/'\"\n\n\t  a1"),
      "<details>",
      "</details>",
      "<summary>",
      "<a href='javascript:x'>",
      "</a>",
      "<!--",
      "-->",
      "```",
      "[[OPT1]]",
      "](javascript:x)",
      "![",
      "https://x.y",
      "[^1]",
      "[^1]: ",
      "[r]: javascript:x",
      "[r]",
      "[no](no.md)",
      "![x](no.png)",
      "[[no|b]]",
      "<",
      "script>",
      "&",
      ";",
    ];
    const text = fc.string({ unit: fc.constantFrom(...pieces), maxLength: 20 });
    fc.assert(fc.property(text, check), { numRuns: 300, seed: 20260207 });
  });

  it("is one line where one line is wanted", () => {
    for (const text of [...attacks, ...hostile]) {
      const line = write(text, { inline: true });
      expect(line).not.toContain("\n");
      expect(readMarkdown(`x ${line} y`).children.length, line).toBe(1);
    }
  });
});
