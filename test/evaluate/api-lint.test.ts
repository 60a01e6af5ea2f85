import { evaluate } from "#evaluate/index.ts";
import { buildGraph } from "#graph/index.ts";
import { itemsOf } from "#model/graph.ts";
import { openapi } from "../../generator/sources/openapi/index.ts";
import { toFinding } from "#diagnostics/index.ts";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../support/folder.ts";

async function evaluated(text: string, foreign = false) {
  const root = temporaryFolder({ "api.yaml": text });
  const { value: facts } = await openapi({ root, entries: [{ path: "api.yaml", foreign }] });
  const graph = buildGraph(facts);
  const { diagnostics, value } = evaluate(graph.value, {});
  const [api] = itemsOf(graph.value, "api");
  return { diagnostics, evaluation: value, coverage: api?.attributes.quality?.coverage ?? [] };
}

/** `evaluate/api-… line:column`, in the order of rules. */
const findingsOf = async (text: string): Promise<readonly string[]> =>
  (await evaluated(text)).diagnostics.map(
    ({ code, line = 0, column = 0 }) => `${code} ${String(line)}:${String(column)}`,
  );

const head = `openapi: 3.1.0
info: { title: A, version: "1", description: a }
`;

describe("rules about OpenAPI documents", () => {
  test("paths: what they name, what they do not, and two that are one", async () => {
    const found = await findingsOf(`${head}paths:
  /a/{id}/{other}:
    parameters: [{ name: id, in: path, required: true, description: a, schema: {} }]
    get:
      operationId: a
      summary: a
      parameters:
        - { name: key, in: path, required: true, description: a, schema: {} }
        - { name: q, in: query, description: a, schema: {} }
        - { name: q, in: query, description: a, schema: {} }
      responses: { default: { description: a } }
  /a/{key}/{x}: {}
`);
    expect(found).toEqual([
      "evaluate/api-path-parameter-missing 6:5",
      "evaluate/api-path-parameter-extra 10:19",
      "evaluate/api-path-ambiguous 14:3",
      "evaluate/api-parameter-duplicate 12:11",
    ]);
  });

  test("security, tags and answers that nobody described", async () => {
    const found = await findingsOf(`${head}tags: [{ name: a }]
security: [{ key: [] }]
paths:
  /a:
    get:
      summary: a
      tags: [a, b]
      security: [{ flow: [read, write] }]
      responses: { 200: { description: a } }
    put:
      operationId: b
      summary: b
      responses: { 500: { description: a } }
components:
  securitySchemes:
    flow:
      type: oauth2
      flows: { implicit: { authorizationUrl: "https://a", scopes: { read: a } } }
`);
    expect(found).toEqual([
      "evaluate/api-security-not-defined 4:14",
      "evaluate/api-scope-not-defined 10:33",
      "evaluate/api-tag-not-declared 9:17",
      "evaluate/api-no-error-response 11:7",
      "evaluate/api-no-success-response 15:7",
      "evaluate/api-no-operation-id 7:5",
    ]);
  });

  test("what nothing leads to, what is not described, and bodies without an example", async () => {
    const text = `${head}paths:
  /a:
    get:
      operationId: a
      parameters: [{ name: q, in: query, schema: {} }]
      responses:
        default: { description: "", content: { application/json: { schema: { $ref: "#/components/schemas/A" } } } }
components:
  parameters: { P: { name: p, in: query, description: a, schema: {} } }
  schemas:
    A:
      properties: { a: { description: a }, b: {} }
      discriminator: { propertyName: a, mapping: { x: "#/components/schemas/Mapped" } }
    B: { title: b, items: { $ref: "#/components/schemas/C" } }
    C: { title: c, items: { $ref: "#/components/schemas/B" } }
    Mapped: { title: m }
`;
    const { diagnostics, coverage } = await evaluated(text);
    const found = diagnostics.map(({ code, args }) => `${code} ${String(args["name"])}`);
    expect(found.toSorted()).toEqual([
      "evaluate/api-no-example /a get default application/json",
      "evaluate/api-not-described A",
      "evaluate/api-not-described GET /a",
      "evaluate/api-not-described default",
      "evaluate/api-not-described query q",
      "evaluate/api-unused-component B",
      "evaluate/api-unused-component C",
      "evaluate/api-unused-component P",
    ]);
    expect(coverage).toEqual([
      { part: "operations", good: 0, all: 1 },
      { part: "parameters", good: 1, all: 2 },
      { part: "responses", good: 0, all: 1 },
      { part: "schemas", good: 3, all: 4 },
      { part: "properties", good: 1, all: 2 },
      { part: "examples", good: 0, all: 1 },
    ]);
  });

  test("words in both languages, and somebody else's document is only noted", async () => {
    const text = `${head}paths: { "/a/{id}": { get: { operationId: a, summary: a, responses: { default: { description: a } } } } }\n`;
    const [own] = (await evaluated(text)).diagnostics;
    expect(own?.severity).toBe("warning");
    expect(own && toFinding(own, "en").message).toBe(
      "the path `/a/{id}` names `id`, and no parameter describes it",
    );
    expect(own && toFinding(own, "pt-BR").message).toBe(
      "o caminho `/a/{id}` nomeia `id`, e nenhum parâmetro o descreve",
    );
    const [foreign] = (await evaluated(text, true)).diagnostics;
    expect(foreign?.severity).toBe("info");
  });
});

const schemas = (body: string, version = "3.1.0") => `openapi: ${version}
info: { title: A, version: "1" }
paths: {}
components:
  schemas:
${body
  .split("\n")
  .map((line) => `    ${line}`)
  .join("\n")}
`;

async function valuesOf(body: string, version?: string): Promise<readonly string[]> {
  const { diagnostics } = await evaluated(schemas(body, version));
  return diagnostics
    .filter(({ code }) =>
      ["evaluate/api-value-does-not-fit", "evaluate/api-value-not-checked"].includes(code),
    )
    .map(
      ({ code, line = 0, args }) => `${code.slice(19)} ${String(line)} ${String(args["reason"])}`,
    );
}

describe("values that people wrote for a schema", () => {
  test("examples and defaults are compared with it, in the words of its version", async () => {
    expect(
      await valuesOf(`A: { type: integer, examples: [1, "a"] }
B: { type: string, default: 1 }
C: { type: object, required: [id], properties: { id: { type: integer } }, example: {} }
D: { $defs: {}, properties: { a: { $ref: "#/components/schemas/A" } }, example: { a: x } }
E: { type: string, pattern: "^b", example: abc }
F: { type: string, pattern: "^a", example: abc }`),
    ).toEqual([
      "does-not-fit 6 type: integer",
      "does-not-fit 7 type: string",
      "does-not-fit 8 required: id",
      "does-not-fit 9 type: integer",
      "does-not-fit 10 pattern: ^b",
    ]);
    const old = `A: { type: string, nullable: true, example: null }
B: { type: integer, minimum: 1, exclusiveMinimum: true, example: 1 }`;
    expect(await valuesOf(old, "3.0.3")).toEqual(["does-not-fit 7 exclusiveMinimum: >"]);
  });

  test("what only one side sets may be missing where the other speaks", async () => {
    const { diagnostics } = await evaluated(`${head}paths:
  /a:
    post:
      requestBody:
        content: { application/json: { schema: { $ref: "#/components/schemas/A" }, example: { name: a } } }
      responses:
        default: { description: a, content: { application/json: { schema: { $ref: "#/components/schemas/A" }, example: { name: a } } } }
components:
  schemas: { A: { required: [id, name], properties: { id: { readOnly: true }, name: {} } } }
`);
    const found = diagnostics.filter(({ code }) => code === "evaluate/api-value-does-not-fit");
    expect(found.map(({ line }) => line)).toEqual([9]);
  });

  test("a pattern that searches for ever elsewhere is tried in linear time", async () => {
    const text = `${"a".repeat(5000)}!`;
    expect(await valuesOf(`A: { type: string, pattern: "^(a+)+$", example: "${text}" }`)).toEqual([
      "does-not-fit 6 pattern: ^(a+)+$",
    ]);
    expect(await valuesOf(`A: { type: string, pattern: "(?=b)c", example: a }`)).toEqual([]);
  });

  test("alternatives within alternatives, and values without measure, are given up", async () => {
    const nested = `${"[".repeat(40)}1${"]".repeat(40)}`;
    const twice = `{ type: array, items: { $ref: "#/components/schemas/A" } }`;
    const body = `A: { anyOf: [${twice}, ${twice}, { type: string }] }
B: { allOf: [{ $ref: "#/components/schemas/A" }], example: ${nested} }
C: { type: array, example: [${"1,".repeat(30_000)}1] }`;
    expect(await valuesOf(body)).toEqual([
      "not-checked 7 too many alternatives",
      "not-checked 8 too large",
    ]);
  });
});
