import { describe, expect, it } from "vitest";
import { formatFinding, toFinding } from "#diagnostics/index.ts";
import { compileTemplate } from "#render/template/index.ts";

const words = (key: string, args: Readonly<Record<string, unknown>> = {}): string =>
  key.replace(/\{(\w+)\}/g, (_, name: string) => String(args[name]));

const compile = (text: string) => compileTemplate({ name: "x", text, file: "templates/x.md.hbs" });

function print(text: string, data: object): string {
  const { value, diagnostics } = compile(text);
  expect(diagnostics).toEqual([]);
  const printed = value!(data, words);
  expect(printed.diagnostics).toEqual([]);
  return printed.value;
}

const findings = (text: string, data?: object): readonly string[] => {
  const { value, diagnostics } = compile(text);
  const printed = value && data ? value(data, words).diagnostics : [];
  return [...diagnostics, ...printed].map((each) =>
    formatFinding(toFinding(each, "en"), "en").split("\n")[0]!.replace("templates/x.md.hbs", "x"),
  );
};

describe("a value", () => {
  it("may be a text, a number or a link", () => {
    const link = { text: "Nome [x]", href: "a b.md#c" };
    expect(print("{{a}} {{b}} {{c}} {{d.e}}\n", { a: "x*", b: -0.5, c: link, d: { e: "" } })).toBe(
      "x\\* -0.5 [Nome \\[x\\]](a%20b.md#c)\n",
    );
  });

  it("that is a link is only text where no link can be, or where it may not lead", () => {
    const link = { text: "x", href: "y.md" };
    const page = '`{{link}}` [{{link}}](z.md) <a id="{{link}}"></a> {{evil}}\n';
    expect(print(page, { link, evil: { text: "e", href: "javascript:x" } })).toBe(
      '`x` [x](z.md) <a id="x"></a> e\n',
    );
  });

  it("in a table is a cell, in a code span code, in a fence lines", () => {
    const page = "| {{a}} | `{{a}}` |\n\n`{{a}}` ``{{b}} x``\n\n```{{c}}\n{{d}}\n```\n";
    const data = { a: "x|y", b: "`` `", c: "sql", d: "select '```';\n" };
    expect(print(page, data)).toBe(
      "| x\\|y | `x\\|y` |\n\n`x|y` ``` `` ` x ```\n\n````sql\nselect '```';\n````\n",
    );
  });

  it("that touches another makes no link with it", () => {
    const page = "{{a}}{{b}} {{c}}@{{d}} www.{{d}} {{a}}://{{d}}. {{e}}/{{e}} {{e}}:{{e}}\n";
    const data = { a: "https", b: "://x.example", c: "joe", d: "x.example", e: "z_" };
    expect(print(page, data)).toBe(
      "`https://x.example` `joe@x.example` `www.x.example` `https://x.example`. z\\_/z\\_ z\\_:z\\_\n",
    );
  });

  it("needs no escape at its end where nothing can join it", () => {
    expect(print("{{a}} {{a}}{{a}} {{b}}. {{b}}x\n", { a: "Oi!", b: "P&D" })).toBe(
      "Oi! Oi\\!Oi! P&D. P\\&Dx\n",
    );
  });

  it("makes the whole destination of a link with what stands beside it", () => {
    const page = "[a]({{path}}#{{id}}) [b]({{scheme}}:{{path}})\n";
    expect(print(page, { path: "x (y).md", id: "a:b", scheme: "javascript" })).toBe(
      "[a](x%20%28y%29.md#a:b) [b](#)\n",
    );
  });

  it("in an attribute that is followed is a safe URL", () => {
    const page = '<a href="{{a}}">x</a> <img src="{{b}}" alt="{{c}}">\n';
    expect(print(page, { a: "javascript:x", b: "y.png", c: 'a"b' })).toBe(
      '<a href="#">x</a> <img src="y.png" alt="a&quot;b">\n',
    );
  });

  it("in front matter is a YAML text", () => {
    expect(print("---\ntitle: {{a}}\n---\n\n# {{a}}\n", { a: 'x: "y"\n# z' })).toBe(
      '---\ntitle: "x: \\"y\\"\\n# z"\n---\n\n# x: "y" # z\n',
    );
  });

  it("is found in what the view gives, and nowhere else", () => {
    expect(
      findings("{{a.length}} {{constructor}} {{toString}} {{__proto__}} {{a.b}}", { a: "x" }),
    ).toEqual([
      "x:1:1 error the template value `{{a.length}}` is missing: the view gives nothing [render/template-value]",
      "x:1:14 error the template value `{{constructor}}` is missing: the view gives nothing [render/template-value]",
      "x:1:30 error the template value `{{toString}}` is missing: the view gives nothing [render/template-value]",
      "x:1:43 error the template value `{{__proto__}}` is missing: the view gives nothing [render/template-value]",
      "x:1:57 error the template value `{{a.b}}` is missing: the view gives nothing [render/template-value]",
    ]);
  });

  it("that cannot be printed is reported, once for each place", () => {
    const data = { a: null, b: true, c: [1], d: {}, e: { block: "" }, f: [1, 2], g: () => 1 };
    const page = "{{a}} {{b}} {{c}} {{d}} {{e}}\n{{#each f}}{{../a}}{{/each}} {{g}}\n{{block a}}\n";
    expect(findings(page, data).map((each) => each.replace(/.*gives /, ""))).toEqual([
      "`null` [render/template-value]",
      "yes or no [render/template-value]",
      "a list [render/template-value]",
      "an object [render/template-value]",
      "a block, which only `{{block value}}` prints [render/template-value]",
      "`null` [render/template-value]",
      "a function [render/template-value]",
      "`null` [render/template-value]",
    ]);
  });
});

describe("a word", () => {
  it("is printed with its arguments, escaped like a value", () => {
    const page = '{{t "Há {n} de {nome}" n=n nome=item.nome}} | {{t key}}\n';
    expect(print(page, { n: 3, item: { nome: "*x*" }, key: "a" })).toBe("Há 3 de \\*x\\* | a\n");
  });

  it("without an argument that it is given is reported", () => {
    expect(findings('{{t "x" n=n}}', {})).toHaveLength(1);
  });
});

describe("a block", () => {
  it("shows one way or the other", () => {
    const page = "{{#if a}}A{{else if b}}B{{else}}C{{/if}}{{#unless a}}D{{/unless}}\n";
    expect(print(page, { a: "x", b: 0 })).toBe("A\n");
    expect(print(page, { a: [], b: 1 })).toBe("BD\n");
    expect(print(page, { a: { block: "" }, b: null })).toBe("CD\n");
  });

  it("repeats what it holds, and knows where it is", () => {
    const page =
      "{{#each rows}}\n- {{@index}} {{name}}{{#unless @last}},{{/unless}} {{../of}}\n{{else}}\nnone\n{{/each}}\n";
    expect(print(page, { rows: [{ name: "a" }, { name: "b" }], of: "z" })).toBe(
      "- 0 a, z\n- 1 b z\n",
    );
    expect(print(page, { rows: [], of: "z" })).toBe("none\n");
    expect(print(page, { rows: null, of: "z" })).toBe("none\n");
  });

  it("of something that the view does not give is reported", () => {
    expect(findings("{{#if a}}x{{/if}}\n{{#each b}}x{{/each}}", {})).toEqual([
      "x:1:7 error the template value `a` is missing: the view gives nothing [render/template-value]",
      "x:2:9 error the template value `b` is missing: the view gives nothing [render/template-value]",
    ]);
  });

  it("may not leave a code span, a link or a table row that it did not begin", () => {
    expect(findings("`{{#if a}}b`{{/if}}\n")).toEqual([
      "x:1:2 error `{{#if a}}` ends in text, but begins in a code span [render/template-context]",
    ]);
    expect(findings("{{#if a}}[b{{/if}}\n")).toHaveLength(1);
    expect(findings("{{#each a}}\n| x |{{/each}}\n")).toHaveLength(1);
    expect(
      findings("{{#if a}}\n<details>\n{{/if}}\n\n{{#if a}}x `y{{else}}z{{/if}}\n"),
    ).toHaveLength(2);
    expect(findings("`{{a}}\n")).toHaveLength(1);
  });

  it("escapes for the start of a line what may begin one", () => {
    expect(print("{{#each a}}{{this}}\n{{/each}}", { a: ["# x", "- y"] })).toBe("\\# x\n\\- y\n");
    expect(print("{{#if a}}{{a}}{{/if}}{{b}}\n", { a: "", b: "# x" })).toBe("\\# x\n");
  });
});

describe("Markdown blocks", () => {
  const data = { a: { block: "um\n\n- dois" }, none: { block: "" }, rows: [1, 2] };

  it("get blank lines around them", () => {
    expect(print("# x\n{{block a}}\ny\n{{block none}}\nz\n", data)).toBe(
      "# x\n\num\n\n- dois\n\ny\n\nz\n",
    );
  });

  it("keep to their list item or quote", () => {
    expect(print("- x\n\n  {{block a}}\n\n> {{block a}}\n", data)).toBe(
      "- x\n\n  um\n\n  - dois\n\n> um\n>\n> - dois\n",
    );
  });

  it("stand alone on their line", () => {
    expect(
      findings("x {{block a}}\n{{block a}} y\n| {{block a}} |\n`{{block a}}`\n").map((each) =>
        each.replace(/^x:(\d+).* \[/, "$1 ["),
      ),
    ).toEqual([1, 2, 3, 4].map((line) => `${String(line)} [render/template-block]`));
  });
});

describe("a page", () => {
  it("has no more than one blank line in a row, except in fences", () => {
    const page = "\n\n# x\n\n\n{{#if a}}\ny\n{{/if}}\n\n\n```\na\n\n\nb\n```\n\n\n\n";
    expect(print(page, { a: 0 })).toBe("# x\n\n```\na\n\n\nb\n```\n");
    expect(print("```\n{{a}}\n```\n", { a: "x\n\n\n\ny" })).toBe("```\nx\n\n\n\ny\n```\n");
  });

  it("is what stands in the template where no value does", () => {
    const page =
      "# `x` [y](z.md \"t\") <a href='b'>c</a>\n\n> - [ ] d \\`e\n\n| f |\n| - |\n\n~~~js\n`\n~~~\n<!-- g\nh -->\n";
    expect(print(page, {})).toBe(page);
  });
});

describe("a template", () => {
  it("has no raw insertion, and no words of its own", () => {
    expect(
      findings("{{{a}}} {{&a}} {{> b}} {{#with a}}{{/with}} {{lookup a b}} {{#a}}{{/a}}").map(
        (each) => each.replace(/.* \[/, "["),
      ),
    ).toEqual([
      "[render/template-raw]",
      "[render/template-raw]",
      "[render/template-syntax]",
      "[render/template-syntax]",
      "[render/template-syntax]",
      "[render/template-syntax]",
    ]);
  });

  it("that does not parse says where", () => {
    expect(findings("a\n{{#if b}}\nc\n{{/each}}\n")).toEqual([
      expect.stringMatching(
        /^x:2 error the template does not parse: .*if.*each.*\[render\/template-syntax\]$/,
      ),
    ]);
    expect(findings("a\n\n{{b c=}}\n")).toEqual([expect.stringMatching(/^x:3 error/)]);
  });

  it("may not put a value in a tag outside an attribute", () => {
    expect(findings("<a {{x}}>y</a> <{{x}}>\n")).toHaveLength(1);
  });
});
