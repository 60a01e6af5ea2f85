import { findRegions } from "#markdown/index.ts";
import { describe, expect, test } from "vitest";

const said = (text: string) =>
  findRegions(text, "README.md").diagnostics.map(({ code, line }) => `${code} ${String(line)}`);

describe("regions of a committed file", () => {
  test("a region has a name, options and the lines of its markers", () => {
    const { value, diagnostics } = findRegions(
      '# A\n\n<!-- rastro:begin tree depth=2 path="a b" -->\nold\n<!-- rastro:end -->\n',
      "README.md",
    );
    expect(diagnostics).toEqual([]);
    expect(value).toEqual([
      { name: "tree", options: { depth: "2", path: "a b" }, line: 3, endLine: 5, indent: "" },
    ]);
  });

  test("code that shows a marker marks nothing", () => {
    const text = [
      "Write `<!-- rastro:begin tree -->` above it:",
      "",
      "```md",
      "<!-- rastro:begin tree -->",
      "```",
      "",
      "    <!-- rastro:begin tree -->",
      "",
      "~~~",
      "<!-- rastro:end -->",
      "~~~",
    ].join("\n");
    expect(findRegions(text, "README.md")).toEqual({ value: [], diagnostics: [] });
  });

  test("a region that is not closed is reported where it begins", () => {
    expect(said("<!-- rastro:begin tree -->\n\ntext\n")).toEqual(["markdown/region-unclosed 1"]);
  });

  test("an end without a beginning is reported where it stands", () => {
    expect(said("text\n\n<!-- rastro:end -->\n")).toEqual(["markdown/region-not-begun 3"]);
  });

  test("a region inside a region is reported, with the one around it", () => {
    const text =
      "<!-- rastro:begin tree -->\n\n<!-- rastro:begin gates -->\n\n<!-- rastro:end -->\n";
    expect(said(text)).toEqual(["markdown/region-nested 3"]);
  });

  test("the same region twice is reported at the second, other options make another region", () => {
    const region = (words: string) => `<!-- rastro:begin ${words} -->\n\n<!-- rastro:end -->\n\n`;
    expect(said(region("tree") + region("tree depth=3"))).toEqual([]);
    expect(said(region("tree") + region("tree"))).toEqual(["markdown/region-duplicate 5"]);
  });

  test.each([
    "<!-- rastro:start tree -->",
    "<!-- rastro:begin -->",
    "<!-- rastro:begin tree depth -->",
    "text <!-- rastro:begin tree -->",
    "> <!-- rastro:begin tree -->",
  ])("%s is no marker, and is reported", (line) => {
    expect(said(`# A\n\n${line}\n`)).toEqual(["markdown/region-marker 3"]);
  });

  test("nothing of a file counts as a region when one of its markers is wrong", () => {
    const { value } = findRegions(
      "<!-- rastro:begin tree -->\n\n<!-- rastro:end -->\n\n<!-- rastro:end -->\n",
      "README.md",
    );
    expect(value).toEqual([]);
  });
});
