import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { expect, test } from "vitest";
import type { JsonSchema } from "#model/api-version.ts";
import { quickLook } from "../../../generator/sources/openapi/quality/quick-look.ts";

const values: readonly unknown[] = [
  null,
  true,
  0,
  1,
  2.5,
  2 ** 40,
  "",
  "a",
  "😀",
  "2020-02-30",
  "2020-02-03T04:05:06Z",
  "a@example.com",
  [],
  [1, "a"],
  ["a", "a"],
  {},
  { a: 1 },
  { a: "a", b: { a: 1 } },
  { b: [{ b: [] }], c: 1 },
];

const simple: readonly JsonSchema[] = [
  true,
  false,
  { type: "string", minLength: 1, maxLength: 1, default: "a" },
  { type: ["integer", "null"], maximum: 1, readOnly: true },
  { type: "number", exclusiveMinimum: 0, exclusiveMaximum: 2.5, format: "int32" },
  { minimum: 1, pattern: "^a", format: "unknown" },
  { format: "date" },
  { format: "date-time" },
  { format: "email" },
  { enum: [null, "a", 1, [1, "a"], {}] },
  { const: { a: 1 } },
  { type: "object", required: ["a"], additionalProperties: false, properties: { a: {} } },
  { properties: { a: { type: "string" } }, additionalProperties: { type: "object" } },
  { patternProperties: { "^b": true }, additionalProperties: { type: "integer" } },
  { minProperties: 1, maxProperties: 1 },
  { type: "array", items: { type: "string" }, uniqueItems: true },
  { prefixItems: [{ type: "integer" }], items: { type: "string" }, minItems: 1, maxItems: 2 },
  { contains: { const: 1 }, uniqueItems: false },
  { if: { type: "string" }, then: { minLength: 2 } },
  { multipleOf: 2, unevaluatedProperties: false },
];

/** Alternatives, refusals and a schema that contains itself, of each of the simple ones. */
const schemas: readonly JsonSchema[] = simple.flatMap((each, at) => {
  const next = simple[(at + 7) % simple.length] ?? true;
  return [
    each,
    { not: each },
    { allOf: [each, next] },
    { anyOf: [each, next] },
    { oneOf: [each, next] },
    { $ref: "#/$defs/tree", not: next },
  ];
});

const tree = {
  type: "object",
  properties: { a: { type: "integer" }, b: { items: { $ref: "#/$defs/tree" } } },
};

test("a quick look says of no value that it fits which ajv refuses, and it says so of most that fit", () => {
  const ajv = new Ajv2020({ strict: false, logger: false });
  addFormats.default(ajv, { mode: "fast" });
  const look = quickLook({
    findSchema: (ref) => (ref === "#/$defs/tree" ? tree : undefined),
    formats: ajv.formats,
  });
  const tried = schemas.flatMap((schema) => {
    const body = typeof schema === "boolean" ? { allOf: [schema] } : schema;
    const validate = ajv.compile({ ...body, $defs: { tree } });
    return values.map((value) => ({
      schema,
      value,
      fits: validate(value),
      quick: look(schema, value),
    }));
  });
  expect(tried.filter(({ fits, quick }) => quick && !fits)).toEqual([]);
  const fitting = tried.filter(({ fits }) => fits);
  expect(fitting.filter(({ quick }) => quick).length).toBeGreaterThan(fitting.length / 2);
});

test("a schema that leads to itself for ever is left to ajv", () => {
  const loop = { $ref: "#/$defs/loop" };
  const look = quickLook({ findSchema: () => loop, formats: {} });
  expect(look(loop, 1)).toBe(false);
  expect(look({ not: loop }, 1)).toBe(false);
});
