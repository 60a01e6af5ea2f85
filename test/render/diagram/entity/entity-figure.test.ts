import { entityFigure } from "#render/diagram/entity/entity-figure.ts";
import type { Entity, EntityDiagram, Relationship } from "#render/diagram/entity/entity.ts";
import { readHtml } from "#verify/read-html.ts";
import { SyntaxValidator } from "fast-xml-validator";
import { describe, expect, test } from "vitest";
import { hostile } from "../../../support/hostile.ts";

const entity = (id: string, over: Partial<Entity> = {}): Entity => ({
  id,
  name: `public.${id}`,
  keys: [{ name: "id", type: "uuid", primary: true, foreign: false }],
  rest: "",
  isSubject: false,
  ...over,
});

const key = (from: string, to: string, over: Partial<Relationship> = {}): Relationship => ({
  from,
  to,
  name: `${from}_${to}_fkey`,
  isUnique: false,
  isOptional: false,
  ...over,
});

const diagram = (
  entities: readonly Entity[],
  relationships: readonly Relationship[] = [],
): EntityDiagram => ({ title: "Diagrama", description: "Duas tabelas.", entities, relationships });

const svgOf = (made: EntityDiagram): string => entityFigure(made).svg((href) => href);

/** The left edge of a box, by the name it shows. */
function leftOf(svg: string, name: string): number {
  const box = svg.slice(svg.indexOf(`<title>${name}</title>`));
  return Number(/ x="([\d.]+)"/.exec(box)?.[1]);
}

describe("the drawing for the site", () => {
  test("says what it is, leads to pages as the site names them, and needs nothing from outside", () => {
    const made = diagram([entity("a", { href: "a.md" }), entity("b")], [key("a", "b")]);
    const svg = entityFigure(made).svg((href) => href.replace(".md", ".html"));
    expect(svg).toMatch(
      /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" role="graphics-document" aria-label="/,
    );
    expect(svg).toContain("<title>Diagrama</title><desc>Duas tabelas.</desc>");
    expect(readHtml(svg).links.map(({ url }) => url)).toEqual(["a.html"]);
    expect(svg).not.toMatch(/<(?:script|style|foreignObject|image|use)\b|style="|url\(/);
  });

  test("puts what refers on the left of what it refers to, circles included", () => {
    const tables = ["a", "b", "c", "d"].map((id) => entity(id));
    const svg = svgOf(
      diagram(tables, [key("b", "a"), key("c", "b"), key("c", "a"), key("a", "d"), key("d", "a")]),
    );
    const lefts = ["public.c", "public.b", "public.a"].map((name) => leftOf(svg, name));
    expect(lefts).toEqual(lefts.toSorted((one, other) => one - other));
    expect(new Set(lefts).size).toBe(3);
  });

  test("boxes never lie on one another, however the tables hang together", () => {
    const ids = Array.from({ length: 40 }, (_, index) => `t${index}`);
    const keys = ids.flatMap((id, index) =>
      [index * 7, index * 11 + 3, 1].map((other) => key(id, `t${other % 40}`)),
    );
    const svg = svgOf(
      diagram(
        ids.map((id) => entity(id)),
        keys,
      ),
    );
    const boxes = [
      ...svg.matchAll(/<rect [^>]*x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/g),
    ].map((found) => found.slice(1).map(Number) as [number, number, number, number]);
    expect(boxes).toHaveLength(40);
    const touching = boxes.flatMap(([x, y, width, height], index) =>
      boxes
        .slice(index + 1)
        .filter(
          ([x2, y2, w2, h2]) => x < x2 + w2 && x2 < x + width && y < y2 + h2 && y2 < y + height,
        ),
    );
    expect(touching).toEqual([]);
    expect(
      svgOf(
        diagram(
          ids.map((id) => entity(id)),
          keys,
        ),
      ),
    ).toBe(svg);
  });

  test.each(hostile)("%j as a name stays text", (text) => {
    const svg = svgOf(
      diagram(
        [
          entity("a", {
            name: text,
            href: text,
            rest: text,
            keys: [{ name: text, type: text, primary: true, foreign: true }],
          }),
        ],
        [key("a", "a", { name: text })],
      ),
    );
    expect(SyntaxValidator.validate(svg)).toBe(true);
    expect(new Set(svg.match(/<[a-z]+/gi))).toEqual(
      new Set(["<svg", "<title", "<desc", "<g", "<a", "<rect", "<text", "<path"]),
    );
  });
});

describe("the source for forges", () => {
  test("shows keys, and how many refer to how many", () => {
    const columns = [
      { name: "preço", type: "numeric(10,2)", primary: true, foreign: false },
      { name: "pk", type: "text[]", primary: false, foreign: true },
    ];
    const made = diagram(
      [entity("a", { keys: columns }), entity("b", { keys: [] })],
      [key("a", "b"), key("b", "a", { isUnique: true, isOptional: true })],
    );
    expect(entityFigure(made).mermaid).toBe(
      [
        "erDiagram",
        '  t0["public.a"] {',
        '    numeric_10_2 preco PK "preço"',
        '    text pk_ FK "pk"',
        "  }",
        '  t1["public.b"]',
        '  t0 }o--|| t1 : "a_b_fkey"',
        '  t1 |o--o| t0 : "b_a_fkey"',
      ].join("\n"),
    );
  });

  test.each(hostile)("%j as a name ends no quotes and adds no line", (text) => {
    const made = diagram(
      [
        entity("a", {
          name: text,
          keys: [{ name: text, type: text, primary: true, foreign: false }],
        }),
      ],
      [key("a", "a", { name: text })],
    );
    const lines = entityFigure(made).mermaid.split("\n");
    expect(lines).toHaveLength(5);
    expect(lines[1]).toMatch(/^ {2}t0\["[^"%\\<>#;`]+"\] \{$/);
    expect(lines[2]).toMatch(/^ {4}[A-Za-z_]\w* [A-Za-z_]\w* PK(?: "[^"%\\<>#;`]+")?$/);
    expect(lines[4]).toMatch(/^ {2}t0 \}o--\|\| t0 : "[^"%\\<>#;`]+"$/);
  });
});
