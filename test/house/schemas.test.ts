import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { repository } from "../support/repository.ts";

const folder = join(repository, "schemas");
const schemas = readdirSync(folder)
  .filter((name) => name.endsWith(".schema.json"))
  .map((name) => ({
    name,
    schema: JSON.parse(readFileSync(join(folder, name), "utf8")) as Record<string, unknown>,
  }));

describe("the schemas", () => {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false });
  addFormats.default(ajv);
  ajv.addFormat("calendar-day", true);
  ajv.addFormat("web-address", true);
  for (const { name, schema } of schemas) ajv.addSchema({ ...schema, $id: name }, name);

  test.each(schemas.map(({ name }) => name))("%s is a JSON Schema of 2020-12", (name) => {
    expect(() => ajv.getSchema(name)).not.toThrow();
    expect(ajv.getSchema(name)).toBeTypeOf("function");
  });

  test("every schema says what it is for, and every property what it means", () => {
    const silent = schemas.flatMap(({ name, schema }) => [
      ...(typeof schema["description"] === "string" ? [] : [name]),
      ...Object.entries((schema["properties"] ?? {}) as Record<string, Record<string, unknown>>)
        .filter(([, property]) => !("description" in property) && !("$ref" in property))
        .map(([key]) => `${name}: ${key}`),
    ]);
    expect(silent).toEqual([]);
  });
});
