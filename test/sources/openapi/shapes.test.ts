import type { SchemaShape } from "#model/api/shape.ts";
import { describe, expect, it } from "vitest";
import { readFiles, yamlDocument } from "../../support/openapi.ts";

async function shapeOf(schema: string, version = "3.1.0"): Promise<SchemaShape> {
  const text = yamlDocument(
    `paths: {}\ncomponents: { schemas: { B: {}, A: ${schema} } }\n`,
    version,
  );
  return (await readFiles({ "a.yaml": text })).item("schema", "A").attributes.shape;
}

describe("shapes", () => {
  it.each([
    ["3.1.0", "{ type: [string, 'null'] }"],
    ["3.0.3", "{ type: string, nullable: true }"],
    ["3.1.0", "{ anyOf: [{ type: string }, { type: 'null' }] }"],
    ["3.1.0", "{ oneOf: [{ type: 'null' }, { type: string }] }"],
  ])("in %s `%s` is a text or null", async (version, schema) => {
    expect(await shapeOf(schema, version)).toMatchObject({ type: "string", nullable: true });
  });

  it("a reference may be null too", async () => {
    const ref = "{ $ref: '#/components/schemas/B' }";
    expect(await shapeOf(`{ oneOf: [${ref}, { type: 'null' }] }`)).toMatchObject({
      ref: "schema:B",
      nullable: true,
    });
  });

  it("beside a reference 3.1 counts other keywords, 3.0 does not", async () => {
    const schema = "{ properties: { b: { $ref: '#/components/schemas/B', description: Aqui } } }";
    const described = async (version: string) =>
      (await shapeOf(schema, version)).properties?.[0]?.shape.description?.text;
    expect(await described("3.1.0")).toBe("Aqui");
    expect(await described("3.0.3")).toBeUndefined();
  });

  it("limits are the same in every version", async () => {
    const constraints = [{ keyword: "exclusiveMinimum", value: "3" }];
    expect(await shapeOf("{ exclusiveMinimum: 3 }")).toMatchObject({ constraints });
    expect(await shapeOf("{ minimum: 3, exclusiveMinimum: true }", "3.0.3")).toMatchObject({
      constraints,
    });
  });

  it("properties know what is asked of them", async () => {
    const shape = await shapeOf(
      "{ required: [a], properties: { a: { readOnly: true }, b: { writeOnly: true, deprecated: true } }, additionalProperties: false }",
    );
    expect(shape).toMatchObject({
      type: "object",
      additional: false,
      properties: [
        { name: "a", required: true, readOnly: true, writeOnly: false },
        { name: "b", required: false, writeOnly: true, deprecated: true },
      ],
    });
  });

  it("alternatives keep their discriminator, constants are values", async () => {
    expect(
      await shapeOf(
        "{ oneOf: [{ const: 1 }, { enum: [a, b] }], discriminator: { propertyName: t } }",
      ),
    ).toMatchObject({
      variants: [
        {
          keyword: "oneOf",
          discriminator: { property: "t" },
          shapes: [{ enum: ["1"] }, { enum: ['"a"', '"b"'] }],
        },
      ],
    });
  });
});

describe("Swagger 2.0", () => {
  it("bodies, forms, types and servers are told as in later versions", async () => {
    const { item, findings } = await readFiles({
      "a.yaml": `swagger: "2.0"
info: { title: Antiga, version: "1" }
host: a.example
basePath: /v1
schemes: [https]
consumes: [application/xml]
produces: [application/xml]
paths:
  /a:
    post:
      operationId: criar
      parameters:
        - { name: q, in: query, type: array, items: { type: string } }
        - { name: corpo, in: body, required: true, schema: { $ref: "#/definitions/A" } }
      responses: { "200": { description: x, schema: { $ref: "#/definitions/A" } } }
  /f:
    post:
      operationId: enviar
      consumes: [multipart/form-data]
      parameters: [{ name: arquivo, in: formData, type: file, required: true }]
      responses: { "200": { description: x } }
definitions:
  A: { type: object }
`,
    });
    expect(findings).toEqual([]);
    expect(item("api", "antiga").attributes).toMatchObject({
      dialect: "Swagger 2.0",
      servers: [{ url: "https://a.example/v1" }],
    });
    expect(item("operation", "criar").attributes).toMatchObject({
      parameters: [{ name: "q", shape: { type: "array", items: { type: "string" } } }],
      bodies: [{ mediaType: "application/xml", shape: { ref: "schema:A" } }],
      bodyRequired: true,
      responses: [{ status: "200", bodies: [{ mediaType: "application/xml" }] }],
    });
    expect(item("operation", "enviar").attributes.bodies).toMatchObject([
      {
        mediaType: "multipart/form-data",
        shape: { properties: [{ name: "arquivo", required: true }] },
      },
    ]);
  });
});
