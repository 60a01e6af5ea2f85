import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePage } from "#markdown/index.ts";
import { compileTemplate } from "#render/template/index.ts";
import { hostile } from "../../support/hostile.ts";
import { unsafeIn } from "../../support/markdown.ts";
import { outline, readMarkdown } from "../../support/outline.ts";

const words = (key: string): string => key;

function compile(text: string): (data: object) => string {
  const { value, diagnostics } = compileTemplate({ name: "x", text, file: "x.md.hbs" });
  expect(diagnostics).toEqual([]);
  return (data) => value!(data, words).value;
}

/** Every place that a template has for a value. */
const everywhere = compile(`# A {{x}} z

P {{x}} z **a {{x}} b**.
Q {{x}}

- A {{x}} z
- [ ] A {{x}}
  1. B \`a{{x}}\`

  \`\`\`{{x}}
  {{x}}
  a{{x}}
  \`\`\`

> Q {{x}} [a {{x}} b](y.md#{{x}}) z

| a {{x}} | b |
| - | - |
{{#each rows}}
| a {{../x}} {{@index}} | \`b{{this}}\` [c{{this}}](y.md#{{this}}) z |
{{/each}}

### <a id="{{x}}"></a>A {{x}} z

<details>
<summary>{{x}}</summary>

A {{link}} {{t "w"}} z

</details>

<!-- {{x}} -->

\`\`\`
{{x}}
\`\`\`

End.
`);

const table =
  "table(tableRow(tableCell(words) tableCell(words)) tableRow(tableCell(words) tableCell(words link(words) words)))";

const shape = [
  "root(heading(words)",
  "paragraph(words strong(words) words)",
  "list(listItem(paragraph(words)) listItem(paragraph(words) list(listItem(paragraph(words))) code))",
  "blockquote(paragraph(words link(words) words))",
  table,
  "heading(html html words) html",
  "paragraph(words link(words) words)",
  "html html code paragraph(words))",
].join(" ");

function check(x: string): void {
  const page = everywhere({ x, rows: [x], link: { text: `l${x}`, href: `y.md#${x}` } });
  expect(outline(readMarkdown(page)), page).toBe(shape);
  const { html, links } = parsePage(page);
  expect(unsafeIn(html), page).toEqual([]);
  expect(links.map(({ url }) => url.replace(/#.*/s, ""))).toEqual(["y.md", "y.md", "y.md"]);
}

const significant = [
  ...Array.from("\\`*_{}[]<>()#+-.!|~&:;=$@/%'\"\n\t \r0a1Zé😀\u0000\u202e"),
  "www.",
  "://",
  "http",
  ".com",
  "```",
  "~~~",
];
const marked = fc.string({ unit: fc.constantFrom(...significant), maxLength: 24 });

describe("a hostile value, wherever a template puts it,", () => {
  it("is a value", () => {
    for (const value of hostile) check(value);
  });

  it("is a value whatever it is made of", () => {
    fc.assert(fc.property(marked, check), { numRuns: 200, seed: 20260207 });
  });
});

describe("hostile values side by side", () => {
  const pair = compile(
    "{{a}}{{b}}\n\n- {{a}} {{b}}\n\n## x{{a}}:{{b}}\n\n| {{a}}/{{b}} | {{a}}@{{b}}.c |\n| - | - |\n",
  );

  const isText = (a: string, b: string): void => {
    const page = pair({ a, b });
    const kinds = outline(readMarkdown(page)).replace("root(paragraph(words) ", "root(");
    expect(kinds, page).toMatch(
      /^root\(list\(listItem(?:\(paragraph\(words\)\))?\) heading\(words\) table\(tableRow\(tableCell\(words\) tableCell\(words\)\)\)\)$/,
    );
    expect(parsePage(page).links, page).toEqual([]);
  };

  it("are text wherever a text is cut in two", () => {
    for (const value of hostile.filter(({ length }) => length < 100)) {
      for (let cut = 1; cut < value.length; cut += 1) isText(value.slice(0, cut), value.slice(cut));
    }
  });

  it("are text whatever they are made of", () => {
    fc.assert(fc.property(marked, marked, isText), { numRuns: 300, seed: 20260207 });
  });
});
