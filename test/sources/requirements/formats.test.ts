import { describe, expect, test } from "vitest";
import { readWritten as read } from "../../support/requirements.ts";

describe("StrictDoc", () => {
  const sdoc = `[DOCUMENT]
TITLE: Fazenda

[GRAMMAR]
ELEMENTS:
- TAG: REQUIREMENT
  FIELDS:
  - TITLE: UID
    TYPE: String

[[SECTION]]
TITLE: Água

[REQUIREMENT]
UID: SYS-1
STATUS: Active
TITLE: Medir a água
STATEMENT: >>>
O sistema deve medir a água.

[ENTRE] COLCHETES: não é um campo.
<<<
RATIONALE: Falta água.

[REQUIREMENT]
UID: SW-1
STATEMENT: Deve ler o sensor.
RELATIONS:
- TYPE: Parent
  VALUE: SYS-1
  ROLE: Implements
- TYPE: File
  VALUE: src/sensor.c

[[/SECTION]]
`;

  test("has items with the lines that they and their relations stand on", async () => {
    const { items, links, codes, tallies } = await read({ "a.sdoc": sdoc });
    expect(codes).toEqual([]);
    expect(items.map(({ id, title, location }) => [id, title, location.line])).toEqual([
      ["requirement:SYS-1", "Medir a água", 14],
      ["requirement:SW-1", "Deve ler o sensor.", 25],
    ]);
    expect(items[0]?.attributes).toEqual({
      statement: "O sistema deve medir a água.\n\n[ENTRE] COLCHETES: não é um campo.",
      status: "Active",
      type: "requirement",
      fields: { RATIONALE: "Falta água." },
    });
    expect(items[1]?.attributes.fields).toEqual({ FILE: "src/sensor.c" });
    expect(links).toEqual([["SW-1", "implements", "SYS-1", 30]]);
    expect(tallies).toMatchObject([{ read: 5, modelled: 2, passedOver: 3, notUnderstood: 0 }]);
  });

  test("may name a child where others name the parent", async () => {
    const relation = (uid: string, type: string, value: string) =>
      `[REQUIREMENT]\nUID: ${uid}\nTITLE: t\nRELATIONS:\n- TYPE: ${type}\n  VALUE: ${value}\n`;
    const files = { "a.sdoc": relation("A", "Child", "B"), "b.sdoc": relation("B", "Child", "C") };
    expect((await read(files)).links).toEqual([
      ["B", "covers", "A", 6],
      ["B", "covers", "C", 6],
    ]);
  });

  test("reports a line that is nothing, and a text without an end", async () => {
    const { codes, items } = await read({
      "a.sdoc": `[REQUIREMENT]\nUID: A\nisto não é nada\nSTATEMENT: >>>\nsem fim\n`,
    });
    expect(codes).toEqual([
      "warning sources/requirements-not-understood 3",
      "warning sources/requirements-not-understood 4",
    ]);
    expect(items).toHaveLength(1);
  });

  test("is also Markdown with a UID below a heading", async () => {
    const markdown = `# Documento

## Pai

**UID**: REQ-P

O pai.

## Filho

**UID:** REQ-F
**STATUS:** Draft

**RELATIONS**:
- **Type**: Parent
  **ID**: REQ-P
- **Type**: File
  **Path**: a.c

O filho faz.

**Rationale**: Porque sim.
`;
    const { items, links, tallies } = await read({ "a.md": markdown, "LEIA.md": "# Nada\n" });
    expect(items.map(({ id, location, attributes }) => [id, location.line, attributes])).toEqual([
      ["requirement:REQ-P", 3, { statement: "O pai.", status: "" }],
      [
        "requirement:REQ-F",
        9,
        { statement: "O filho faz.", status: "Draft", fields: { RATIONALE: "Porque sim." } },
      ],
    ]);
    expect(links).toEqual([["REQ-F", "covers", "REQ-P", 16]]);
    expect(tallies.map(({ unit, passedOver }) => [unit, passedOver])).toEqual([
      ["files", 1],
      ["elements", 1],
    ]);
  });
});

describe("OpenFastTrace", () => {
  const markdown = `# Projeto

## Entrar com senha
\`req~entrar~2\`

Quem tem senha entra.

Rationale:

É seguro.

Needs: dsn, utest

## Guardar a senha
<a id="x"></a>\`dsn~guardar~1\`

Status: draft

Covers:

* [req~entrar~2](#entrar)
- \`req~outro~1\`

Depends: req~tempo~1

Needs: impl

Isto não é mais preciso.

arch --> dsn, impl : req~longe~3

<!-- oft:off -->
\`req~desligado~1\`
<!-- oft:on -->

~~~
\`req~exemplo~1\`
~~~

Medir
-----
req~medir~1

Needs:
- dsn

Status: proposed

Mede-se a água.

## Texto solto
req~entrar~2 é só citado aqui.
`;

  test("has items with revisions, what they need, cover and pass on", async () => {
    const { items, links, pins } = await read({ "a.md": markdown });
    expect(items.map(({ id, location }) => [id, location.line])).toEqual([
      ["requirement:req~entrar", 4],
      ["requirement:dsn~guardar", 15],
      ["requirement:arch~longe", 30],
      ["requirement:req~medir", 42],
    ]);
    expect(items[0]).toMatchObject({
      title: "Entrar com senha",
      attributes: {
        statement: "Quem tem senha entra.",
        status: "approved",
        type: "req",
        rev: 2,
        needs: [{ anyOf: ["dsn"] }, { anyOf: ["utest"] }],
        fields: { Rationale: "É seguro." },
      },
    });
    expect(items[1]?.attributes).toMatchObject({
      status: "draft",
      needs: [{ anyOf: ["impl"] }],
      statement: "Isto não é mais preciso.",
    });
    expect(items[2]?.attributes).toMatchObject({
      type: "arch",
      rev: 3,
      needs: [{ anyOf: ["dsn"] }, { anyOf: ["impl"] }],
    });
    expect(items[3]).toMatchObject({
      title: "Medir",
      attributes: {
        status: "proposed",
        statement: "Mede-se a água.",
        needs: [{ anyOf: ["dsn"] }],
      },
    });
    expect(links.map(([from, role, to]) => [from, role, to])).toEqual([
      ["dsn~guardar", "covers", "req~entrar"],
      ["dsn~guardar", "covers", "req~outro"],
      ["dsn~guardar", "depends-on", "req~tempo"],
      ["arch~longe", "covers", "req~longe"],
    ]);
    expect(pins).toEqual([2, 1, 1, 3]);
  });

  test("is also reStructuredText, where any sign may underline a title or stand above it", async () => {
    const text = `======
Água
======

Medir
~~~~~

\`\`req~medir~2\`\`

Deve medir.

Needs: dsn

.. code-block:: rst

   \`req~exemplo~1\`

=====
Ler
=====
\`dsn~ler~1\`

Deve ler.

Covers:

- :ref:\`req~medir~2\`
`;
    const { items, links, codes } = await read({ "a.rst": text, "b.rst": "Só texto.\n" });
    expect(codes).toEqual([]);
    expect(items.map(({ id, title, attributes }) => [id, title, attributes.rev])).toEqual([
      ["requirement:req~medir", "Medir", 2],
      ["requirement:dsn~ler", "Ler", 1],
    ]);
    expect(items[1]?.attributes.statement).toBe("Deve ler.");
    expect(links).toEqual([["dsn~ler", "covers", "req~medir", 27]]);
  });

  test("is also AsciiDoc, where the attributes of a block say which item it is", async () => {
    const text = `= Água

[.specitem,oft-sid="req~medir~2",oft-needs="dsn,utest",oft-title="Medir",oft-tags="a, b"]
--
Deve *medir*.

Também à noite.
--

| célula
a|
--
[.specitem,oft-sid="dsn~ler~1",oft-covers="req~medir~2",oft-depends="req~luz~1",oft-status="draft"]
Deve ler
a cada hora.
--

[.specitem,oft-sid="sem-revisão"]
Nada.

[source]
oft-sid em texto não é um item.
`;
    const { items, links, tallies } = await read({ "a.adoc": text, "b.adoc": "= Só texto\n" });
    expect(items.map(({ id, title, location }) => [id, title, location.line])).toEqual([
      ["requirement:req~medir", "Medir", 3],
      ["requirement:dsn~ler", "Deve ler", 13],
    ]);
    expect(items[0]?.attributes).toEqual({
      statement: "Deve *medir*.\n\nTambém à noite.",
      status: "approved",
      type: "req",
      rev: 2,
      needs: [{ anyOf: ["dsn"] }, { anyOf: ["utest"] }],
      fields: { Tags: "a, b" },
    });
    expect(items[1]?.attributes).toMatchObject({
      statement: "Deve ler\na cada hora.",
      status: "draft",
    });
    expect(links).toEqual([
      ["dsn~ler", "covers", "req~medir", 13],
      ["dsn~ler", "depends-on", "req~luz", 13],
    ]);
    expect(tallies).toContainEqual(expect.objectContaining({ modelled: 2, notUnderstood: 1 }));
  });

  test("has tags in code, whose names do not change with the lines above them", async () => {
    const tag = "// [impl->dsn~guardar~1]";
    const code = `${tag}\nconst a = b[0]->c; ${tag}\n-- [utest~meu~4->dsn~guardar~1, dsn~ler~2>>itest] [impl~sem->dsn~x~1]\n`;
    const before = await read({ "a.ts": code }, { format: "openfasttrace" });
    const after = await read({ "a.ts": `\n\n${code}` }, { format: "openfasttrace" });
    const names = before.items.map(({ id }) => id.replace(/[0-9a-f]{8}/, "#"));
    expect(names).toEqual([
      "requirement:impl~guardar-#",
      "requirement:impl~guardar-#-2",
      "requirement:utest~meu",
    ]);
    expect(after.items.map(({ id }) => id)).toEqual(before.items.map(({ id }) => id));
    expect(before.links.map(([, role, to, line]) => [role, to, line])).toEqual([
      ["covers", "dsn~guardar", 1],
      ["covers", "dsn~guardar", 2],
      ["covers", "dsn~guardar", 3],
      ["covers", "dsn~ler", 3],
    ]);
    expect(before.items[2]?.attributes).toMatchObject({ rev: 4, needs: [{ anyOf: ["itest"] }] });
  });

  test("in a folder of code is not looked for unless asked", async () => {
    const { codes, items } = await read({ "a.md": "# Nada\n", "a.ts": "// [impl->dsn~x~1]" });
    expect(items).toEqual([]);
    expect(codes).toEqual(["warning sources/requirements-none undefined"]);
  });
});

describe("an entry of the settings", () => {
  test("in a folder other data is passed over, and what is named is read or refused", async () => {
    const files = { "package.json": '{ "name": "a" }', "ci.yml": "on: push\n" };
    const { codes, tallies } = await read(files);
    expect(codes).toEqual(["warning sources/requirements-none undefined"]);
    expect(tallies.map(({ unit, passedOver }) => [unit, passedOver])).toEqual([
      ["files", 1],
      ["files", 1],
    ]);
    const named = await read(files, { path: "reqs/package.json" });
    expect(named.codes).toEqual(["error sources/requirements-unreadable undefined"]);
  });

  test("may give its items a type, and be somebody else's", async () => {
    const sdoc = "[REQUIREMENT]\nUID: A\nnada disso\n";
    const { items, codes } = await read(
      { "a.sdoc": sdoc, "b.reqif": "<a/>" },
      { foreign: true, type: "sys" },
    );
    expect(items[0]?.attributes.type).toBe("sys");
    expect(codes).toEqual([
      "warning sources/requirements-not-understood 3",
      "warning sources/requirements-unreadable undefined",
    ]);
  });
});
