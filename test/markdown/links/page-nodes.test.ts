import type { Nodes } from "mdast";
import { markdownToMdast } from "satteri";
import { describe, expect, test } from "vitest";
import { fields, kinds, markdownNodes } from "#markdown/links/page-nodes.ts";

const page = `---
draft: true
---

# Ação [com](a.md "t") \`código\` ![foto](f.png)

[x][y] ![z][] [^n] <https://a.example/ç> e <b title="é">b</b>

| 👩‍👩‍👧 | [l](m%20n.md#ç) |
| - | - |
| a<br>b | \`[[c]]\` |

[y]: <y z.md> "título"
[z]: z.png
[^n]: nota [q](q.md)
`;

/** What the reader of nodes tells of a kind, beside its place. */
const told: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  yaml: { value: fields.value },
  text: { value: fields.value },
  inlineCode: { value: fields.value },
  html: { value: fields.value },
  link: { url: fields.url },
  image: { url: fields.url, alt: fields.alt },
  definition: {
    url: fields.url,
    identifier: fields.definitionIdentifier,
    label: fields.definitionLabel,
  },
  linkReference: { identifier: fields.identifier, label: fields.label },
  imageReference: {
    identifier: fields.identifier,
    label: fields.label,
    alt: fields.referenceAlt,
  },
  footnoteReference: { identifier: fields.identifier, label: fields.label },
  footnoteDefinition: { identifier: fields.identifier, label: fields.label },
};

function fromTree(node: Nodes): readonly unknown[] {
  const names = Object.keys(told[node.type] ?? {});
  const values = names.map((name) => (node as unknown as Record<string, unknown>)[name]);
  const own = node.type in told ? [[node.type, ...values, node.position]] : [];
  return [...own, ...("children" in node ? node.children.flatMap(fromTree) : [])];
}

function fromNodes(source: string): readonly unknown[] {
  const names = new Map<number, string>(Object.entries(kinds).map(([name, kind]) => [kind, name]));
  const nodes = markdownNodes(source);
  const found: unknown[] = [];
  nodes.walk((node, kind) => {
    const type = names.get(kind) ?? "";
    const texts = Object.values(told[type] ?? {}).map((field) => nodes.text(node, field));
    if (type in told) found.push([type, ...texts, nodes.position(node)]);
  });
  return found;
}

describe("the nodes of a page", () => {
  test("are read in place as the engine's own tree has them", () => {
    const expected = fromTree(markdownToMdast(page));
    expect(new Set(expected.map((each) => (each as string[])[0]))).toEqual(
      new Set(Object.keys(told)),
    );
    expect(fromNodes(page)).toEqual(expected);
  });
});
