import { readData } from "#data/index.ts";
import { type Diagnostic, toFinding } from "#diagnostics/index.ts";
import { describe, expect, it, test } from "vitest";

const read = (text: string) => readData(text, "a.yaml");

function place({ line, column, code }: Diagnostic): string {
  return `${String(line)}:${String(column)} ${code}`;
}

const said = (text: string): readonly string[] =>
  read(text).diagnostics.map(
    (each) => `${place(each)} ${toFinding(each, "en").message.replace(/^.*YAML: /, "")}`,
  );

describe("what is not YAML is told in words, at the place to mend", () => {
  test.each([
    ["team: [\n - a\n", "1:7 data/not-yaml the list that `[` opens here is never closed"],
    ["a: [\n- 1\n]", "1:4 data/not-yaml the list that `[` opens here is never closed"],
    ["a: {b: 1\n", "1:4 data/not-yaml the mapping that `{` opens here is never closed"],
    ['x: 1\na: "abc\nb: c\n', '2:4 data/not-yaml the quote `"` that opens here is never closed'],
    ['{"a": [1,\n}', "1:7 data/not-yaml the list that `[` opens here is never closed"],
    ["a:\n  b: 1\n c: 2\n", "3:1 data/not-yaml the indentation of this line fits none"],
    ["a:\n\tb: 1\n", "2:1 data/not-yaml a tab is used for indentation"],
    ["a: b: c\n", "1:4 data/not-yaml a second `: ` stands in one line"],
    ["a: @x\n", "1:4 data/not-yaml a text without quotes cannot begin with `@`"],
    ["a: `x\n", "1:4 data/not-yaml a text without quotes cannot begin with `` ` ``"],
    ['a: "\\q"', "1:5 data/not-yaml `\\q` is no escape"],
    ["a: 1\nb\n", "2:1 data/not-yaml a key stands here without `:`"],
    ["a: &x &y 1", "1:7 data/not-yaml an anchor `&`, alias `*` or tag `!`"],
    ["a: 1\nb: 3\na: 2\n", "3:1 data/duplicate-key the key `a` stands twice"],
    ["a: 1\n---\nb: 2\n", "2:1 data/several-documents a second document begins here"],
    ["a: *x\n", "1:4 data/unknown-alias no anchor `&x` stands above"],
  ])("%j", (text, expected) => {
    const findings = said(text);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toContain(expected);
    expect(read(text).value.value).toBeUndefined();
  });

  it("says the same in Portuguese without a word of English", () => {
    const [finding] = read("team: [\n").diagnostics.map((each) => toFinding(each, "pt-BR"));
    expect(finding?.message).toBe(
      "isto não é YAML válido: a lista aberta aqui com `[` nunca é fechada",
    );
  });
});

describe("documents that would exhaust whoever reads them", () => {
  const nested = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);

  test.each([
    ["a list in itself", "team: &a\n  - *a\n", "2:5 data/circular-alias"],
    ["a mapping in itself", "info: &i {title: T, x-i: *i}\n", "1:26 data/circular-alias"],
    ["a merge of itself", "a: &a\n  x: 1\n  <<: *a\n", "3:7 data/circular-alias"],
    ["two that hold each other", "a: &a\n  b: &b [*a]\nc: *b\n", "2:10 data/circular-alias"],
    ["brackets that nobody closes", `team: ${"[".repeat(20_000)}`, "1:1 data/too-deep"],
  ])("%s", (_, text, expected) => {
    const { value, diagnostics } = read(text);
    expect(diagnostics.map(place)).toEqual([expected]);
    expect(value.value).toBeUndefined();
  });

  it("300 levels are read, more are refused, through aliases too", () => {
    expect(read(nested(300)).diagnostics).toEqual([]);
    expect(read(nested(400)).diagnostics).toMatchObject([{ code: "data/too-deep" }]);
    const through = `a: &a ${nested(200)}\nb: ${"[".repeat(200)}*a${"]".repeat(200)}\n`;
    expect(read(through).diagnostics).toMatchObject([{ code: "data/too-deep" }]);
  });

  it("aliases of aliases are refused where they become too many", () => {
    const lines = Array.from(
      { length: 12 },
      (_, level) =>
        `b${String(level)}: &b${String(level)} [${`*b${String(level - 1)},`.repeat(10)}]`,
    );
    const text = ["a: &b0 [1, 2, 3, 4, 5, 6, 7, 8, 9]", ...lines.slice(1)].join("\n");
    expect(read(text).diagnostics.map(place)).toEqual(["6:46 data/too-many-aliases"]);
  });

  it("a value that is repeated a thousand times is no danger", () => {
    const { value, diagnostics } = read(`a: &a [1]\nb:\n${"  - *a\n".repeat(1000)}`);
    expect(diagnostics).toEqual([]);
    expect((value.value as { b: unknown[] }).b).toHaveLength(1000);
  });
});
