import { describe, expect, it } from "vitest";
import { readFiles, yamlDocument } from "../../support/openapi.ts";

const empty = "paths: {}\n";

const strangers = {
  "JSON of another kind": ["a.json", `{ "name": "x" }`, "a.json:1 sources/openapi-not-a-document"],
  "YAML that breaks": ["a.yaml", "openapi: 3.1.0\ninfo: [", "a.yaml:2 data/not-yaml"],
  "JSON that breaks": ["a.json", `{\n "openapi": "3.1.0"\n "x": 1 }`, "a.json:3 data/not-yaml"],
  "a list": ["a.yaml", "- openapi: 3.1.0", "a.yaml:1 sources/openapi-not-a-document"],
  "nothing at all": ["a.yaml", "", "a.yaml:1 sources/openapi-not-a-document"],
  "an old version": ["a.yaml", `swagger: "1.2"`, "a.yaml:1 sources/openapi-unsupported-version"],
  "a version to come": [
    "a.yaml",
    `openapi: 4.0.0\n${empty}`,
    "a.yaml:1 sources/openapi-unsupported-version",
  ],
} as const;

describe("what is a document", () => {
  for (const [name, [file, text, finding]] of Object.entries(strangers)) {
    it(`${name} is none, and is reported at its line`, async () => {
      const { findings, facts } = await readFiles({ [file]: text });
      expect(findings).toEqual([finding]);
      expect(facts).toEqual([]);
    });
  }

  it("a later version 3 is read as the nearest one known, and that is said", async () => {
    const { findings, ids } = await readFiles({ "a.yaml": yamlDocument(empty, "3.9.0") });
    expect(findings).toEqual(["a.yaml:1 sources/openapi-unsupported-version"]);
    expect(ids).toEqual(["api:catalogo"]);
  });

  it("a version without quotes is reported, and the document is read", async () => {
    const { findings, ids } = await readFiles({
      "a.yaml": `openapi: 3.1\ninfo: { title: T, version: 1.0 }\n${empty}`,
    });
    expect(findings).toEqual([
      "a.yaml:1 sources/openapi-not-text",
      "a.yaml:2 sources/openapi-not-text",
    ]);
    expect(ids).toEqual(["api:t"]);
  });

  it.each([100, 20_000])("nesting %d levels deep ends in a finding", async (depth) => {
    const nested = `${'{"items":'.repeat(depth)}{}${"}".repeat(depth)}`;
    const text = `{"openapi":"3.1.0","info":{"title":"T","version":"1"},"paths":{},"components":{"schemas":{"A":${nested}}}}`;
    const { findings } = await readFiles({ "a.json": text });
    expect(findings).toContain("a.json:1 sources/openapi-too-deep");
  });
});

describe("size", () => {
  it("a text that no page could hold is cut, and reported where it stands", async () => {
    const long = "ab ".repeat(6_000_000);
    const text = `{"openapi":"3.0.3",\n"info":{"title":"T","version":"1",\n"description":"${long}"},"paths":{}}`;
    const { findings, item } = await readFiles({ "a.json": text });
    expect(findings).toEqual(["a.json:3 sources/openapi-text-cut"]);
    expect(item("api", "t").description?.text).toHaveLength(10_002);
  });
});

describe("structure", () => {
  it("a reference where no version has one, but which is followed, is no reason to stop", async () => {
    const { diagnostics, item } = await readFiles(
      {
        "a.yaml": yamlDocument(
          `tags: [{ name: t, description: { $ref: b.yaml#/texto } }]\npaths:\n  /a: { get: { $ref: b.yaml#/ler } }\n`,
          "3.0.3",
        ),
        "b.yaml": `texto: Sobre\nler: { operationId: ler, responses: { default: { description: x } } }\n`,
      },
      ["a.yaml"],
    );
    expect(
      diagnostics.map(({ code, severity, line }) => `${String(line)} ${severity} ${code}`),
    ).toEqual(["5 warning sources/openapi-wrong-value", "7 warning sources/openapi-unknown-field"]);
    expect(item("operation", "ler").attributes.path).toBe("/a");
    expect(item("tag", "catalogo/t").description?.text).toBe("Sobre");
  });

  it("what the specification does not allow is reported where it stands", async () => {
    const { findings } = await readFiles({
      "a.yaml": yamlDocument(
        `paths:\n  /a/{id}:\n    get:\n      operationID: x\n      parameters:\n        - { name: id, in: path, schema: { type: string } }\n        - { name: q, in: body }\n`,
        "3.0.3",
      ),
    });
    expect([...findings].sort()).toEqual([
      "a.yaml:10 sources/openapi-missing-field",
      "a.yaml:11 sources/openapi-missing-field",
      "a.yaml:11 sources/openapi-wrong-value",
      "a.yaml:7 sources/openapi-missing-field",
      "a.yaml:8 sources/openapi-unknown-field",
    ]);
  });

  it("a misspelt field is taken for one that its place has, and a newer one for what it is", async () => {
    const response = `responses: { "200": { description: x, content: { "application/json": { schema: { const: 1, patternProperties: {}, optional: true, requird: [a] } } } } }`;
    const { diagnostics } = await readFiles({
      "a.yaml": yamlDocument(
        `paths:\n  users: { get: { ${response} } }\n  /a: { get: { operationid: x, optional: 1, ${response} } }\n`,
        "3.0.3",
      ),
    });
    expect(
      diagnostics.map(({ code, target, args, suggestions = [] }) =>
        [code.replace("sources/openapi-", ""), target, args["since"], ...suggestions]
          .filter((each) => each !== undefined && each !== "")
          .join(" "),
      ),
    ).toEqual([
      "path-without-slash users /users",
      "unknown-field operationid operationId",
      "unknown-field optional",
      "unknown-field const 3.1",
      "unknown-field patternProperties 3.1",
      "unknown-field optional",
      "unknown-field requird required",
    ]);
    expect(diagnostics[0]).toMatchObject({ code: "sources/openapi-path-without-slash", line: 6 });
  });

  it("what says in 3.2 how a value is written in XML stands alone", async () => {
    const schemas = `components:
  schemas:
    A: { type: string, xml: { nodeType: attribute, attribute: true } }
    B: { type: array, xml: { wrapped: true } }
`;
    const { findings } = await readFiles({
      "a.yaml": yamlDocument(`paths: {}\n${schemas}`, "3.2.0"),
      "b.yaml": yamlDocument(`paths: {}\n${schemas}`, "3.1.0"),
    });
    expect(findings).toEqual(["a.yaml:8 sources/openapi-replaced-field"]);
  });

  it("a required field under a misspelt name is one finding", async () => {
    const { findings } = await readFiles({
      "a.yaml": yamlDocument(`paths:\n  /a: { get: { response: {} } }\n`, "3.0.3"),
    });
    expect(findings).toEqual(["a.yaml:6 sources/openapi-unknown-field"]);
  });

  it("what 3.1 allows is no mistake, although an early schema of it did not know", async () => {
    const { findings } = await readFiles({
      "a.yaml": yamlDocument(
        `servers: [{ url: "https://{x}", variables: { x: { default: a, description: Onde } } }]\npaths:\n  /a: { $ref: "#/components/pathItems/a" }\ncomponents:\n  pathItems: { a: {} }\n  links: { l: { operationId: x, server: { url: "https://a.example" } } }\n`,
      ),
    });
    expect(findings).toEqual([]);
  });

  it("the methods of 3.2 are no mistake", async () => {
    const { findings, ids } = await readFiles({
      "a.yaml": yamlDocument(
        `paths:\n  /a:\n    query: { operationId: consultar, responses: { "200": { description: x } } }\n    additionalOperations:\n      COPY: { operationId: copiar, responses: { "200": { description: x } } }\n`,
        "3.2.0",
      ),
    });
    expect(findings).toEqual([]);
    expect(ids).toEqual(["api:catalogo", "operation:consultar", "operation:copiar"]);
  });

  it("is checked for 3.2 too", async () => {
    const { findings } = await readFiles({
      "a.yaml": yamlDocument("paths: { /a: { query: { reponses: {} } } }\n", "3.2.0"),
    });
    expect(findings).toEqual(["a.yaml:5 sources/openapi-unknown-field"]);
  });

  it("is not checked where a document is nested thousands of levels deep, which is said", async () => {
    const deep = `${'{"not":'.repeat(6000)}{}${"}".repeat(6000)}`;
    const { diagnostics } = await readFiles({
      "a.json": `{"openapi":"3.0.3","info":{"title":"T","version":"1"},"paths":{},"components":{"schemas":{"A":${deep}}}}`,
    });
    expect(diagnostics.map(({ code }) => code)).toContain("sources/openapi-structure-not-checked");
  });
});

const twin = `openapi: 3.0.3
info: { title: Gêmeos, version: "1" }
servers: [{ url: "https://a.example" }]
paths:
  /a/{id}:
    post:
      operationId: criar
      tags: [um, dois]
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/A" } } } }
      responses: { "200": { description: Certo } }
components:
  schemas:
    A: { type: object, properties: { b: { type: integer, minimum: 1 } } }
`;

describe("the same document in YAML and in JSON", () => {
  it("gives the same items, but for their places", async () => {
    const { parse } = await import("yaml");
    const withoutPlaces = (text: string): unknown =>
      JSON.parse(text, (key, value: unknown) => (key === "location" || key === "file" ? 0 : value));
    const [fromYaml, fromJson] = await Promise.all([
      readFiles({ "a.yaml": twin }),
      readFiles({ "a.json": JSON.stringify(parse(twin), null, 2) }),
    ]);
    expect(fromYaml.findings).toEqual([]);
    expect(withoutPlaces(JSON.stringify(fromJson.facts))).toEqual(
      withoutPlaces(JSON.stringify(fromYaml.facts)),
    );
  });
});
