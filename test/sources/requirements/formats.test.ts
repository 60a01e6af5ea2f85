import type { SourceEntry } from "#model/settings.ts";
import { readRequirements } from "#sources/requirements/index.ts";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../../support/folder.ts";

type Files = Readonly<Record<string, string>>;

async function read(files: Files, options: Partial<SourceEntry> = {}) {
  const entries = [{ path: "reqs", foreign: false, ...options }];
  const root = temporaryFolder(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [`reqs/${name}`, text])),
  );
  const { value, diagnostics } = await readRequirements({ root, entries });
  return {
    items: value.flatMap((fact) =>
      fact.fact === "item" && fact.item.kind === "requirement" ? [fact.item] : [],
    ),
    links: value.flatMap((fact) =>
      fact.fact === "reference"
        ? [
            [
              fact.reference.from.replace("requirement:", ""),
              fact.reference.role,
              fact.reference.to.replace("requirement:", ""),
              fact.reference.location.line,
            ],
          ]
        : [],
    ),
    pins: value.flatMap((fact) => (fact.fact === "reference" ? [fact.reference.pin?.rev] : [])),
    tallies: value.flatMap((fact) => (fact.fact === "tally" ? [fact.tally] : [])),
    codes: diagnostics.map(({ code, severity, line }) => `${severity} ${code} ${String(line)}`),
  };
}

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

describe("Doorstop", () => {
  test("has an item in each file, of the type of its prefix", async () => {
    const { items, links, codes } = await read({
      "SYS003.yml":
        "active: true\nheader: |\n  Água\nlevel: 1.2\nlinks: []\nnormative: true\ntext: |\n  Deve medir.\n",
      "SW-01.yml":
        "active: false\nlinks:\n- SYS003: pMvMp3A0hs=\n- SYS004\ntext: Deve ler.\nreviewed: null\n",
      "TST1.md": "---\nactive: true\nlinks:\n- SW-01\n---\n# Ensaio\n\nMede-se.\n",
    });
    expect(codes).toEqual([]);
    expect(
      items.map(({ id, title, attributes }) => [id, title, attributes.type, attributes.status]),
    ).toEqual([
      ["requirement:SW-01", "Deve ler.", "sw", "rejected"],
      ["requirement:SYS003", "Água", "sys", "approved"],
      ["requirement:TST1", "Ensaio", "tst", "approved"],
    ]);
    expect(items[2]?.attributes.statement).toBe("Mede-se.");
    expect(links).toEqual([
      ["SW-01", "covers", "SYS003", 3],
      ["SW-01", "covers", "SYS004", 4],
      ["TST1", "covers", "SW-01", 4],
    ]);
  });

  test("is told from other YAML", async () => {
    expect((await read({ "a.yml": "a: 1\n" })).codes).toEqual([
      "error sources/requirements-unreadable undefined",
    ]);
  });
});

describe("Sphinx-Needs", () => {
  test("has the needs of the current version, with every kind of link", async () => {
    const need = (id: string, more: object) => ({ id, type: "req", title: id, ...more });
    const needs = {
      R1: need("R1", {
        status: "open",
        asil: "B",
        tags: ["a", "b"],
        links: [],
        links_back: ["S1"],
      }),
      S1: need("S1", {
        type: "spec",
        links: ["R1[version==3]"],
        links_back: [],
        tests: ["T.1"],
        tests_back: [],
      }),
    };
    const text = JSON.stringify(
      { current_version: "2", versions: { "1": { needs: {} }, "2": { needs } } },
      null,
      1,
    );
    const { items, links, pins, codes } = await read({ "needs.json": text });
    expect(codes).toEqual([]);
    expect(
      items.map(({ id, location, attributes }) => [id, location.line, attributes.type]),
    ).toEqual([
      ["requirement:R1", 9, "req"],
      ["requirement:S1", 24, "spec"],
    ]);
    expect(items[0]?.attributes.fields).toEqual({ asil: "B", tags: "a, b" });
    expect(links).toEqual([
      ["S1", "covers", "R1", 29],
      ["S1", "verifies", "T.1", 33],
    ]);
    expect(pins).toEqual([3, undefined]);
  });

  test("is told from other JSON", async () => {
    for (const text of ["[]", "{}", '{"versions": {"1": []}}', "null"]) {
      expect((await read({ "needs.json": text })).codes).toEqual([
        "error sources/requirements-unreadable undefined",
      ]);
    }
  });
});

describe("ReqIF", () => {
  const reqif = `<?xml version="1.0"?>
<reqif:REQ-IF xmlns:reqif="http://www.omg.org/spec/ReqIF/20110401/reqif.xsd" xmlns:x="http://www.w3.org/1999/xhtml">
 <reqif:CORE-CONTENT><reqif:REQ-IF-CONTENT>
  <reqif:DATATYPES><reqif:DATATYPE-DEFINITION-ENUMERATION IDENTIFIER="e"><reqif:SPECIFIED-VALUES>
   <reqif:ENUM-VALUE IDENTIFIER="e1" LONG-NAME="approved"/></reqif:SPECIFIED-VALUES></reqif:DATATYPE-DEFINITION-ENUMERATION></reqif:DATATYPES>
  <reqif:SPEC-TYPES>
   <reqif:SPEC-OBJECT-TYPE IDENTIFIER="t" LONG-NAME="sys"><reqif:SPEC-ATTRIBUTES>
    <reqif:ATTRIBUTE-DEFINITION-STRING IDENTIFIER="a-id" LONG-NAME="ReqIF.ForeignID"/>
    <reqif:ATTRIBUTE-DEFINITION-XHTML IDENTIFIER="a-text" LONG-NAME="ReqIF.Text"/>
    <reqif:ATTRIBUTE-DEFINITION-ENUMERATION IDENTIFIER="a-status" LONG-NAME="Status"/>
    <reqif:ATTRIBUTE-DEFINITION-STRING IDENTIFIER="a-dal" LONG-NAME="DAL"/>
   </reqif:SPEC-ATTRIBUTES></reqif:SPEC-OBJECT-TYPE>
   <reqif:SPEC-RELATION-TYPE IDENTIFIER="r" LONG-NAME="verifies"/>
  </reqif:SPEC-TYPES>
  <reqif:SPEC-OBJECTS>
   <reqif:SPEC-OBJECT IDENTIFIER="o1" LONG-NAME="Água">
    <reqif:TYPE><reqif:SPEC-OBJECT-TYPE-REF>t</reqif:SPEC-OBJECT-TYPE-REF></reqif:TYPE>
    <reqif:VALUES>
     <reqif:ATTRIBUTE-VALUE-STRING THE-VALUE="SYS-1"><reqif:DEFINITION><reqif:ATTRIBUTE-DEFINITION-STRING-REF>a-id</reqif:ATTRIBUTE-DEFINITION-STRING-REF></reqif:DEFINITION></reqif:ATTRIBUTE-VALUE-STRING>
     <reqif:ATTRIBUTE-VALUE-STRING THE-VALUE="B"><reqif:DEFINITION><reqif:ATTRIBUTE-DEFINITION-STRING-REF>a-dal</reqif:ATTRIBUTE-DEFINITION-STRING-REF></reqif:DEFINITION></reqif:ATTRIBUTE-VALUE-STRING>
     <reqif:ATTRIBUTE-VALUE-XHTML><reqif:DEFINITION><reqif:ATTRIBUTE-DEFINITION-XHTML-REF>a-text</reqif:ATTRIBUTE-DEFINITION-XHTML-REF></reqif:DEFINITION><reqif:THE-VALUE><x:div>Deve <x:b>medir</x:b> &lt; 3&#160;s.<x:br/>Sempre.</x:div></reqif:THE-VALUE></reqif:ATTRIBUTE-VALUE-XHTML>
     <reqif:ATTRIBUTE-VALUE-ENUMERATION><reqif:DEFINITION><reqif:ATTRIBUTE-DEFINITION-ENUMERATION-REF>a-status</reqif:ATTRIBUTE-DEFINITION-ENUMERATION-REF></reqif:DEFINITION><reqif:VALUES><reqif:ENUM-VALUE-REF>e1</reqif:ENUM-VALUE-REF></reqif:VALUES></reqif:ATTRIBUTE-VALUE-ENUMERATION>
    </reqif:VALUES>
   </reqif:SPEC-OBJECT>
   <reqif:SPEC-OBJECT IDENTIFIER="o2" LONG-NAME="Ensaio"/>
  </reqif:SPEC-OBJECTS>
  <reqif:SPEC-RELATIONS>
   <reqif:SPEC-RELATION IDENTIFIER="l"><reqif:TYPE><reqif:SPEC-RELATION-TYPE-REF>r</reqif:SPEC-RELATION-TYPE-REF></reqif:TYPE>
    <reqif:SOURCE><reqif:SPEC-OBJECT-REF>o2</reqif:SPEC-OBJECT-REF></reqif:SOURCE><reqif:TARGET><reqif:SPEC-OBJECT-REF>o1</reqif:SPEC-OBJECT-REF></reqif:TARGET></reqif:SPEC-RELATION>
  </reqif:SPEC-RELATIONS>
 </reqif:REQ-IF-CONTENT></reqif:CORE-CONTENT>
</reqif:REQ-IF>`;

  test("has relations without two ends counted and told, never dropped", async () => {
    const lost = `<reqif:SPEC-RELATION IDENTIFIER="l2"><reqif:TARGET><reqif:SPEC-OBJECT-REF>o1</reqif:SPEC-OBJECT-REF></reqif:TARGET></reqif:SPEC-RELATION>
   <reqif:SPEC-RELATION IDENTIFIER="l3"><reqif:SOURCE><reqif:SPEC-OBJECT-REF>o1</reqif:SPEC-OBJECT-REF></reqif:SOURCE></reqif:SPEC-RELATION>
  </reqif:SPEC-RELATIONS>`;
    const { links, codes } = await read({
      "a.reqif": reqif.replace("</reqif:SPEC-RELATIONS>", lost),
    });
    expect(links).toHaveLength(1);
    expect(codes).toEqual([
      expect.stringContaining("sources/requirements-relation-lost"),
      expect.stringContaining("sources/requirements-relation-lost"),
    ]);
  });

  test("has objects with the values of their attributes, and relations", async () => {
    const { items, links, codes } = await read({ "a.reqif": reqif });
    expect(codes).toEqual([]);
    expect(items.map(({ id, title, location }) => [id, title, location.line])).toEqual([
      ["requirement:SYS-1", "Água", 16],
      ["requirement:o2", "Ensaio", 25],
    ]);
    expect(items[0]?.attributes).toEqual({
      statement: "Deve medir < 3\u00a0s.\nSempre.",
      status: "approved",
      type: "sys",
      fields: { DAL: "B" },
    });
    expect(links).toEqual([["o2", "verifies", "SYS-1", 28]]);
  });

  test("is refused when it declares entities, breaks off or is something else", async () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaa">]>\n${reqif}`;
    for (const text of [bomb, reqif.slice(0, 900), "<a/>", ""]) {
      const { codes } = await read({ "a.reqif": text });
      expect(codes).toHaveLength(1);
      expect(codes[0]).toMatch(/^error sources\/requirements-unreadable/);
    }
  });
});

describe("an entry of the settings", () => {
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
