import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { fastFormats } from "ajv-formats/dist/formats.js";
import { expect, test } from "vitest";
import type { JsonSchema } from "#model/api/version.ts";
import { pointerTo } from "../../../generator/sources/openapi/node.ts";
import { complaintsAbout } from "../../../generator/sources/openapi/json-schema/complaints.ts";

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
  { type: "number", multipleOf: 2, format: "int64", maximum: 0 },
  { type: "string", format: "date", properties: { a: false } },
  { type: "object", required: ["a", "c/d"], properties: { a: { type: ["boolean"] }, b: false } },
  { type: "array", minItems: 3, items: { type: "boolean" } },
  { type: "boolean", minimum: 2, minLength: 3 },
  { additionalProperties: false, minProperties: 4 },
  { patternProperties: { "^a": { type: "integer" }, b: false }, additionalProperties: false },
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

test("what is said against a value is what ajv says, in its order, and most is said without it", () => {
  const ajv = new Ajv2020({ strict: false, logger: false, allErrors: true, ownProperties: true });
  addFormats.default(ajv, { mode: "fast" });
  const look = complaintsAbout({
    findSchema: (ref) => (ref === "#/$defs/tree" ? tree : undefined),
    formats: fastFormats,
    makePattern: (source) => new RegExp(source, "u"),
  });
  const said = schemas.flatMap((schema) => {
    const body = typeof schema === "boolean" ? { allOf: [schema] } : schema;
    const validate = ajv.compile({ ...body, $defs: { tree } });
    return values.flatMap((value) => {
      const here = look(body, value);
      validate(value);
      const mine = here?.map((each) => ({ ...each, instancePath: pointerTo(each.path) }));
      return [{ body, value, here: mine && inShort(mine), ajv: inShort(validate.errors ?? []) }];
    });
  });
  const sure = said.filter(({ here }) => here !== undefined);
  expect(sure.filter(({ here, ajv: there }) => here !== there)).toEqual([]);
  expect(sure.length).toBeGreaterThan(said.length / 2);
});

const inShort = (
  complaints: readonly {
    readonly keyword: string;
    readonly instancePath: string;
    readonly params: unknown;
  }[],
): string =>
  complaints
    // ajv says which two items are alike; rastro does not compare each with each other one.
    .map(({ keyword, instancePath, params }) =>
      keyword === "uniqueItems" ? [keyword, instancePath] : [keyword, instancePath, params],
    )
    .map((each) => JSON.stringify(each))
    .join("\n");

test("a schema that leads to itself for ever is left to ajv", () => {
  const loop = { $ref: "#/$defs/loop" };
  const look = complaintsAbout({ findSchema: () => loop, formats: {}, makePattern: RegExp });
  expect(look(loop, 1)).toBeUndefined();
  expect(look({ not: loop }, 1)).toBeUndefined();
});
