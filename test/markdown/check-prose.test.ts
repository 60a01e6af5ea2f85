import { describe, expect, it } from "vitest";
import { checkProse, parsePage, readProse, writeProse } from "#markdown/index.ts";

const location = { file: "docs/a.md", line: 3, column: 1 };

const nested: readonly (readonly [string, string])[] = [
  ["quotes", `a\n\n${">".repeat(20_000)} b`],
  ["lists", `a\n\n${"- ".repeat(3000)}b`],
  ["emphasis", `a\n\n${"*a ".repeat(3000)}${"b*".repeat(3000)}`],
];

describe("a text nested without end", () => {
  it.each(nested)("in %s is shown as code, and that is said where it begins", (_, text) => {
    expect(checkProse({ text, location })).toMatchObject([
      { code: "markdown/nested-too-deep", severity: "warning", file: "docs/a.md", line: 5 },
    ]);
    expect(readProse({ text, location }, "page:docs/a")).toEqual([]);
    const shown = writeProse({ text, location }, { depth: 2, link: () => undefined });
    expect(parsePage(shown).html).toMatch(/^<pre><code>[^<]*<\/code><\/pre>\s*$/);
  });

  it("in one line is code as well", () => {
    const options = { depth: 2, link: () => undefined, inline: true };
    expect(writeProse({ text: `${">".repeat(200)} b`, location }, options)).toBe(
      `\`${">".repeat(200)} b\``,
    );
  });
});

describe("a link that is not kept", () => {
  it("is said where it stands", () => {
    const text =
      "a [b](javascript:x) [ok](https://x.example)\n\n<p>\n<a href='file:///c'>d</a></p>\n\n[e]: vbscript:y\n";
    expect(checkProse({ text, location })).toMatchObject([
      {
        code: "markdown/unsafe-link",
        severity: "warning",
        line: 3,
        column: 3,
        target: "javascript:x",
      },
      { code: "markdown/unsafe-link", line: 6, column: 1 },
      { code: "markdown/unsafe-link", line: 8 },
    ]);
  });

  it("leaves its words, and its address when that only cannot be opened", () => {
    const options = { depth: 2, link: () => undefined };
    const text = "[a](javascript:x) [b](ftp://x.example/c) <ftp://y.example>";
    expect(writeProse({ text, location }, options)).toBe(
      "a b (`ftp://x.example/c`) ftp\\://y.example",
    );
  });
});

describe("an element that is left out", () => {
  it("is said once where it begins, with what is in it or without", () => {
    const text =
      "a <script>x < y</script>\n\n<div>\n  <iframe src='https://x.example'><b>no</b></iframe>\n</div>\n\n> quote\n> <svg><title>t</title></svg>\n\n`<style>` and <b>bold</b> <String>\n";
    expect(checkProse({ text, location })).toMatchObject([
      { code: "markdown/dropped-element", args: { name: "script" }, line: 3, column: 3 },
      { code: "markdown/dropped-element", args: { name: "iframe" }, line: 6, column: 3 },
      { code: "markdown/dropped-element", args: { name: "svg" }, line: 10, column: 3 },
    ]);
  });
});
