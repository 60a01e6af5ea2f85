import { buildGraph } from "#graph/index.ts";
import { type Fact, foreignItemFact, itemFact, referenceFact } from "#model/fact.ts";
import type { Item } from "#model/item.ts";
import type { LinkRole } from "#model/links/link-role.ts";
import { describe, expect, test } from "vitest";

const member = (name: string, line: number): Item<"member"> => ({
  kind: "member",
  id: `member:${name}`,
  title: name,
  location: { file: "equipe.yaml", line },
  attributes: { role: "DBA", aliases: [], responsibilities: [], answersFor: [] },
});

const reference = (to: string, role: LinkRole = "refers-to"): Fact =>
  referenceFact({ from: "member:Ana", role, to, location: { file: "equipe.yaml", line: 7 } });

const operation = (
  method: string,
  named: { readonly rpc: string } | { readonly relation: string },
): Item<"operation"> => ({
  kind: "operation",
  id: `operation:${method} ${Object.values(named).join("")}`,
  title: method,
  location: { file: "api.yaml", line: 9 },
  attributes: { ...named, method } as Item<"operation">["attributes"],
});

const relation = (kind: "table" | "function", name: string): Item =>
  ({
    kind,
    id: `${kind}:${name}`,
    title: name,
    location: { file: "1.sql" },
    attributes: {},
  }) as Item;

describe("buildGraph", () => {
  test("[P2] a reference to nothing is reported where it is written, with what is near", () => {
    const { value, diagnostics } = buildGraph([itemFact(member("Ana", 2)), reference("Anna")]);
    expect(diagnostics).toMatchObject([
      {
        code: "graph/dangling-reference",
        severity: "error",
        file: "equipe.yaml",
        line: 7,
        suggestions: ["Ana"],
      },
    ]);
    expect(value.links).toMatchObject([{ to: "Anna", status: "dangling" }]);
  });

  test("a broken link of a foreign source is a warning", () => {
    const facts: readonly Fact[] = [
      itemFact(member("Ana", 2)),
      referenceFact({
        from: "member:Ana",
        role: "mentions",
        to: "nobody",
        location: { file: "x" },
        foreign: true,
      }),
    ];
    expect(buildGraph(facts).diagnostics).toMatchObject([{ severity: "warning" }]);
  });

  test("a bare name that two items have is ambiguous, and its id is not", () => {
    const facts = [
      itemFact(member("Ana", 2)),
      itemFact({ ...member("Ana", 3), kind: "risk", id: "risk:Ana" } as unknown as Item),
      reference("Ana"),
      reference("member:Ana", "mentions"),
    ];
    const { value, diagnostics } = buildGraph(facts);
    expect(diagnostics).toMatchObject([
      { code: "graph/ambiguous-reference", args: { candidates: ["member:Ana", "risk:Ana"] } },
    ]);
    expect(value.links.map(({ status }) => status)).toEqual(["resolved", "ambiguous"]);
  });

  test("[P1] of two definitions the first by place is kept and the second is reported", () => {
    const { value, diagnostics } = buildGraph([
      itemFact(member("Ana", 9)),
      itemFact(member("Ana", 2)),
    ]);
    expect(value.items.get("member:Ana")?.location.line).toBe(2);
    expect(diagnostics).toMatchObject([
      { code: "graph/duplicate-id", line: 9, related: [{ line: 2 }] },
    ]);
  });

  test("of two definitions in foreign sources nobody here can rename one: it is a warning", () => {
    const [one, two] = [member("Ana", 9), member("Ana", 2)];
    const severities = (facts: Parameters<typeof buildGraph>[0]) =>
      buildGraph(facts).diagnostics.map(({ severity }) => severity);
    expect(severities([foreignItemFact(one), foreignItemFact(two)])).toEqual(["warning"]);
    expect(severities([itemFact(one), foreignItemFact(two)])).toEqual(["error"]);
  });

  test("[P6] the order of facts changes nothing", () => {
    const facts = [
      itemFact(member("Ana", 2)),
      itemFact(member("Bia", 3)),
      reference("Bia"),
      reference("Ana", "mentions"),
      reference("Caio"),
    ];
    const { value, diagnostics } = buildGraph(facts);
    const reversed = buildGraph(facts.toReversed());
    expect(reversed.value.links).toEqual(value.links);
    expect([...reversed.value.items.keys()]).toEqual([...value.items.keys()]);
    expect(reversed.diagnostics).toEqual(diagnostics);
  });

  test("an operation of PostgREST is linked to the function or table that it names", () => {
    const { value } = buildGraph([
      itemFact(operation("POST", { rpc: "buscar" })),
      itemFact(operation("GET", { relation: "catalogo" })),
      itemFact(operation("PATCH", { relation: "catalogo" })),
      itemFact(operation("POST", { rpc: "outra" })),
      itemFact(relation("function", "public.buscar")),
      itemFact(relation("table", "public.catalogo")),
      itemFact(relation("table", "public.buscar")),
    ]);
    expect(value.links.map(({ from, role, target }) => [from, role, target])).toEqual([
      ["operation:GET catalogo", "reads", "table:public.catalogo"],
      ["operation:PATCH catalogo", "writes", "table:public.catalogo"],
      ["operation:POST buscar", "calls", "function:public.buscar"],
    ]);
  });

  test("an anchor of a written page must be there; elsewhere the check of the output decides", () => {
    const page: Item<"page"> = {
      kind: "page",
      id: "page:guia",
      title: "Guia",
      location: { file: "guia.md", line: 1 },
      attributes: { anchors: ["passo-1"] } as unknown as Item<"page">["attributes"],
    };
    const { value } = buildGraph([
      itemFact(page),
      itemFact(member("Ana", 2)),
      reference("page:guia#passo-1"),
      reference("page:guia#passo-2"),
      reference("Ana#any"),
    ]);
    const states = value.links.map(({ to, status, anchor }) => [to, status, anchor]);
    expect(states).toEqual([
      ["Ana#any", "resolved", "any"],
      ["page:guia#passo-1", "resolved", "passo-1"],
      ["page:guia#passo-2", "dangling", undefined],
    ]);
  });
});
