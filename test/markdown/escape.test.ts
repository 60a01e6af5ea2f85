import fc from "fast-check";
import type { Nodes } from "mdast";
import { describe, expect, it } from "vitest";
import { codeSpan, destination, escapeMarkdown, fence, parsePage } from "#markdown/index.ts";
import { hostile, shown } from "../support/hostile.ts";
import { unsafeIn } from "../support/markdown.ts";
import { outline, readMarkdown, wordsIn } from "../support/outline.ts";

/** A place in a page: how a value is put there, and what remark must find. */
interface Spot {
  readonly name: string;
  readonly write: (value: string) => string;
  /** With words in it, and without. */
  readonly shape: readonly [string, string];
  readonly holder: Nodes["type"];
  readonly before?: string;
  readonly after?: string;
}

const text = (value: string) => escapeMarkdown(value, "text");
const line = (value: string) => escapeMarkdown(value, "line");
const cell = (value: string) => escapeMarkdown(value, "cell");

const table = "table(tableRow(tableCell(words) tableCell(words)) tableRow(";

const spots: readonly Spot[] = [
  {
    name: "in the middle of a paragraph",
    write: (value) => `before ${text(value)} after`,
    shape: ["root(paragraph(words))", "root(paragraph(words))"],
    holder: "paragraph",
    before: "before ",
    after: " after",
  },
  {
    name: "alone in a paragraph",
    write: line,
    shape: ["root(paragraph(words))", "root"],
    holder: "paragraph",
  },
  {
    name: "on the second line of a paragraph",
    write: (value) => `first\n${line(value)}`,
    shape: ["root(paragraph(words))", "root(paragraph(words))"],
    holder: "paragraph",
    before: "first\n",
  },
  {
    name: "in a list item",
    write: (value) => `- ${line(value)}`,
    shape: ["root(list(listItem(paragraph(words))))", "root(list(listItem))"],
    holder: "listItem",
  },
  {
    name: "in a numbered item",
    write: (value) => `1. ${line(value)}`,
    shape: ["root(list(listItem(paragraph(words))))", "root(list(listItem))"],
    holder: "listItem",
  },
  {
    name: "in a quote",
    write: (value) => `> ${line(value)}`,
    shape: ["root(blockquote(paragraph(words)))", "root(blockquote)"],
    holder: "blockquote",
  },
  {
    name: "in a heading",
    write: (value) => `## ${escapeMarkdown(value, "heading")}`,
    shape: ["root(heading(words))", "root(heading)"],
    holder: "heading",
  },
  {
    name: "in a table cell",
    write: (value) => `| a | b |\n| - | - |\n| ${cell(value)} | x |`,
    shape: [
      `root(${table}tableCell(words) tableCell(words))))`,
      `root(${table}tableCell tableCell(words))))`,
    ],
    holder: "table",
    before: "ab",
    after: "x",
  },
  {
    name: "in the text of a link",
    write: (value) => `see [${escapeMarkdown(value, "link-text")}](x.md) there`,
    shape: ["root(paragraph(words link(words) words))", "root(paragraph(words link words))"],
    holder: "link",
  },
  {
    name: "in strong emphasis",
    write: (value) => `x **a ${text(value)} b** y`,
    shape: [
      "root(paragraph(words strong(words) words))",
      "root(paragraph(words strong(words) words))",
    ],
    holder: "strong",
    before: "a ",
    after: " b",
  },
  {
    name: "in a code span",
    write: (value) => `x ${codeSpan(value)} y`,
    shape: ["root(paragraph(words))", "root(paragraph(words))"],
    holder: "paragraph",
    before: "x ",
    after: " y",
  },
  {
    name: "in a code span of a table cell",
    write: (value) => `| a | b |\n| - | - |\n| ${codeSpan(value, true)} | x |`,
    shape: [
      `root(${table}tableCell(words) tableCell(words))))`,
      `root(${table}tableCell tableCell(words))))`,
    ],
    holder: "table",
    before: "ab",
    after: "x",
  },
];

const trimmed = (value: string): string => value.replace(/ +/g, " ").replace(/^ | $/g, "");

function check(spot: Spot, value: string): void {
  const markdown = spot.write(value);
  const { html, links } = parsePage(markdown);
  expect(unsafeIn(html), markdown).toEqual([]);
  expect(links.filter(({ url }) => url !== "x.md")).toEqual([]);
  const tree = readMarkdown(markdown);
  const seen = shown(value);
  const [full, empty] = spot.shape;
  expect(outline(tree), markdown).toBe(seen === "" ? empty : full);
  const { before = "", after = "" } = spot;
  const words = wordsIn(tree, spot.holder) ?? "";
  if (seen === "") return;
  expect(words.startsWith(before) && words.endsWith(after), markdown).toBe(true);
  expect(trimmed(words.slice(before.length, words.length - after.length)), markdown).toBe(
    trimmed(seen),
  );
}

const significant = [
  ...Array.from("\\`*_{}[]<>()#+-.!|~&:;=$@/%'\"\n\t \r0a1Zé😀\u0000\u202e"),
  "www.",
  "://",
  "http",
  ".com",
  "&#35;",
  "```",
  "~~~",
];
const marked = fc.string({ unit: fc.constantFrom(...significant), maxLength: 24 });

describe.each(spots)("a value $name", (spot) => {
  it("is text, however hostile", () => {
    for (const value of hostile) check(spot, value);
  });

  it("is text whatever it is made of", () => {
    fc.assert(
      fc.property(marked, (value) => check(spot, value)),
      { numRuns: 300, seed: 20260207 },
    );
  });
});

const codeOf = (markdown: string) => {
  const tree = readMarkdown(markdown);
  expect(outline(tree), markdown).toBe("root(code)");
  const [code] = tree.children;
  return code?.type === "code" ? code : undefined;
};

/** The lines of a code block as they come in. */
const linesOf = (value: string): readonly string[] =>
  value
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(/\n+$/, "")
    .split("\n");

describe("a fenced code block", () => {
  it("holds hostile text as it is", () => {
    for (const value of hostile) {
      const code = codeOf(fence(value, "sql"));
      expect(code?.lang).toBe("sql");
      expect(code?.value.split("\n").map(shown)).toEqual(linesOf(value).map(shown));
    }
  });

  it("is not ended by anything in it", () => {
    fc.assert(
      fc.property(marked, (value) => {
        const lines = codeOf(fence(value))?.value.split("\n");
        expect(lines?.map(shown)).toEqual(linesOf(value).map(shown));
      }),
      { numRuns: 300, seed: 20260207 },
    );
  });

  it("keeps to its list item or quote", () => {
    const tree = readMarkdown(
      `- a\n\n  ${fence("one\n\n```\ntwo", "", "  ")}\n\n> ${fence("x\n\ny", "", "> ")}`,
    );
    expect(outline(tree)).toBe("root(list(listItem(paragraph(words) code)) blockquote(code))");
  });

  it("names a language that cannot be anything else", () => {
    expect(codeOf(fence("x", "js` onload=\n# h"))?.lang).toBe("jsonload#h");
  });
});

describe("a link's destination", () => {
  const urlOf = (url: string) => {
    const tree = readMarkdown(`[x](${destination(url)})`);
    expect(outline(tree)).toBe("root(paragraph(link(words)))");
    const [paragraph] = tree.children;
    const link = paragraph?.type === "paragraph" ? paragraph.children[0] : undefined;
    return link?.type === "link" ? link.url : undefined;
  };

  it("is one destination, or leads nowhere", () => {
    for (const value of hostile) {
      const url = urlOf(value) ?? "";
      expect(url === "#" || /^(?:https?:|mailto:|[^:]*$|[^:]*[/?#])/i.test(url), url).toBe(true);
    }
  });

  it.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\nscript:alert(1)",
    "\u0001javascript:alert(1)",
    "vbscript:x",
    "data:text/html,x",
    "file:///etc/passwd",
    "//evil.example/x",
    "\\\\evil.example\\x",
    "/\\evil.example",
  ])("%j leads nowhere", (url) => {
    expect(destination(url)).toBe("#");
  });

  it.each([
    ["guia.md#ação", "guia.md#ação"],
    ["a b (c).md", "a%20b%20%28c%29.md"],
    ["x.md?a=1&copy;=2", "x.md?a=1&copy;=2"],
    ["a%20b%ZZ.md", "a%20b%ZZ.md"],
    ["https://rastro.example/a_b*c", "https://rastro.example/a_b*c"],
    ["mailto:a@b.example", "mailto:a@b.example"],
    ["tables/public.x_y.md", "tables/public.x_y.md"],
  ])("%s stays what it is", (url, read) => {
    expect(urlOf(url)).toBe(read);
  });
});

describe("HTML in a page", () => {
  it("keeps hostile text within an attribute, a text, a comment", () => {
    for (const value of hostile) {
      const attribute = readMarkdown(`a <a id="${escapeMarkdown(value, "attribute")}"></a> b`);
      expect(outline(attribute), value).toBe("root(paragraph(words html html words))");
      const summary = `<details>\n<summary>${escapeMarkdown(value, "html")}</summary>\n\nx\n\n</details>`;
      expect(outline(readMarkdown(summary)), value).toBe("root(html paragraph(words) html)");
      expect(unsafeIn(parsePage(summary).html)).toEqual([]);
      const comment = readMarkdown(`<!-- ${escapeMarkdown(value, "comment")} -->\n\nx`);
      expect(outline(comment), value).toBe("root(html paragraph(words))");
    }
  });
});
