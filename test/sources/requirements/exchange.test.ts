import { describe, expect, test } from "vitest";
import { readWritten as read } from "../../support/requirements.ts";

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
    expect((await read({ "a.yml": "a: 1\n" }, { format: "doorstop" })).codes).toEqual([
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

  test("has links where an export leaves out the other direction, and none that are lists of other things", async () => {
    const need = (id: string, more: object) => [id, { id, type: "req", title: id, ...more }];
    const needs = Object.fromEntries([
      need("R1", { tags: ["R2"], authors: ["R1", "Ana"] }),
      need("R2", { links: ["R1.part", "R9"], blocks: ["R1"] }),
      need("R3", { satisfies: ["R8"], links: ['R1[status=="open"]'] }),
    ]) as object;
    const needs_schema = { properties: { satisfies: { type: "array", field_type: "links" } } };
    const { items, links } = await read({
      "needs.json": JSON.stringify({ versions: { "1": { needs, needs_schema } } }),
    });
    expect(links.map(([from, role, to]) => [from, role, to])).toEqual([
      ["R2", "covers", "R1"],
      ["R2", "covers", "R9"],
      ["R2", "depends-on", "R1"],
      ["R3", "implements", "R8"],
      ["R3", "covers", "R1"],
    ]);
    expect(items[0]?.attributes.fields).toEqual({ tags: "R2", authors: "R1, Ana" });
  });

  test("is told from other JSON", async () => {
    for (const text of ["[]", "{}", '{"versions": {"1": []}}', "null"]) {
      expect((await read({ "needs.json": text }, { path: "reqs/needs.json" })).codes).toEqual([
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
