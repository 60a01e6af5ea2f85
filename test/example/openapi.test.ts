import SwaggerParser from "@apidevtools/swagger-parser";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { OpenAPIV3_1 } from "openapi-types";
import { join } from "node:path";
import { expect, test } from "vitest";
import { repository } from "../support/repository.ts";

const file = join(repository, "content/villa-canabrava/openapi.yaml");

test("the example's API document is valid OpenAPI 3.1", async () => {
  const document = await SwaggerParser.validate(file);
  expect(document).toHaveProperty("openapi", "3.1.0");
});

test("every example in it is what its schema says", async () => {
  const document = (await SwaggerParser.dereference(file)) as OpenAPIV3_1.Document;
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const schemas = Object.entries(document.components?.schemas ?? {});
  expect(schemas.length).toBeGreaterThan(10);
  for (const [name, schema] of schemas) {
    const examples = (schema as { examples?: readonly unknown[] }).examples ?? [];
    expect(examples, name).not.toHaveLength(0);
    const validate = ajv.compile(schema);
    for (const example of examples)
      expect([name, validate(example), validate.errors]).toEqual([name, true, null]);
  }
});

test("every operation has an id, a tag that is declared, a description and an answer for success", async () => {
  const document = (await SwaggerParser.dereference(file)) as OpenAPIV3_1.Document;
  const tags = document.tags!.map(({ name }) => name);
  const operations = Object.values(document.paths!).flatMap((path) =>
    [path!.get, path!.post, path!.patch].filter((one) => one !== undefined),
  );
  expect(operations.length).toBeGreaterThan(9);
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  for (const operation of operations) {
    expect(tags).toEqual(expect.arrayContaining(operation.tags!));
    expect(operation.description).toMatch(/\S/);
    expect(Object.keys(operation.responses).some((status) => status.startsWith("2"))).toBe(true);
  }
});
