import { describe, expect, test } from "vitest";
import {
  changesOf,
  type Json,
  jsonContent,
  linesOf,
  petsDocument,
} from "../../../support/api-versions.ts";

const sent = (schema: unknown, rest: Json = {}) =>
  petsDocument({ requestBody: { content: jsonContent(schema) } }, rest);
const returned = (schema: unknown, rest: Json = {}) =>
  petsDocument({ responses: { 200: { description: "", content: jsonContent(schema) } } }, rest);

const [body, answer] = ["body application/json", "200 application/json"];

/** What a change means where it is sent, and where it is returned. */
async function bothWays(before: unknown, after: unknown): Promise<readonly [string, string]> {
  const [request, response] = await Promise.all([
    changesOf(sent(before), sent(after)),
    changesOf(returned(before), returned(after)),
  ]);
  const said = (changes: typeof request, place: string) =>
    linesOf(changes)
      .map((line) => line.replace(place, "").trim().replace(/ +/g, " "))
      .join("; ");
  return [said(request, body), said(response, answer)];
}

const text = { type: "string" };
const pet = (properties: Json, required: readonly string[] = [], rest: Json = {}) => ({
  type: "object",
  properties,
  required,
  ...rest,
});

type Row = readonly [
  what: string,
  before: unknown,
  after: unknown,
  request: string,
  response: string,
];

const rows: readonly Row[] = [
  [
    "a wider type",
    { type: "integer" },
    { type: "number" },
    "compatible type-generalized",
    "breaking type-generalized",
  ],
  [
    "a narrower type",
    { type: ["string", "integer"] },
    text,
    "breaking type-specialized",
    "compatible type-specialized",
  ],
  ["another type", text, { type: "object" }, "breaking type-changed", "breaking type-changed"],
  ["no type at all", text, {}, "compatible type-generalized", "breaking type-generalized"],
  [
    "a wider format",
    { type: "integer", format: "int32" },
    { type: "integer", format: "int64" },
    "compatible format-generalized",
    "breaking format-generalized",
  ],
  [
    "another format",
    { ...text, format: "date" },
    { ...text, format: "uuid" },
    "breaking format-changed",
    "breaking format-changed",
  ],
  [
    "null allowed",
    text,
    { type: ["string", "null"] },
    "compatible became-nullable",
    "breaking became-nullable",
  ],
  [
    "null allowed as an alternative",
    text,
    { anyOf: [text, { type: "null" }] },
    "compatible became-nullable",
    "breaking became-nullable",
  ],
  [
    "null refused",
    { anyOf: [text, { type: "null" }] },
    text,
    "breaking became-not-nullable",
    "compatible became-not-nullable",
  ],
  [
    "a value more",
    { enum: ["a"] },
    { enum: ["a", "b"] },
    "compatible enum-value-added",
    "unclassified enum-value-added",
  ],
  [
    "a value less",
    { enum: ["a", "b"] },
    { enum: ["b"] },
    "breaking enum-value-removed",
    "compatible enum-value-removed",
  ],
  [
    "a list of values",
    text,
    { ...text, enum: ["a"] },
    "breaking became-enum",
    "compatible became-enum",
  ],
  [
    "another constant",
    { const: 1 },
    { const: 2 },
    "breaking const-changed",
    "breaking const-changed",
  ],
  ["a constant that is a list of one", { const: 1 }, { enum: [1] }, "", ""],
  [
    "a longer text",
    { maxLength: 5 },
    { maxLength: 9 },
    "compatible max-length-increased",
    "breaking max-length-increased",
  ],
  [
    "a shorter text",
    { maxLength: 9 },
    { maxLength: 5 },
    "breaking max-length-decreased",
    "compatible max-length-decreased",
  ],
  ["a limit", {}, { maximum: 5 }, "unclassified max-set", "compatible max-set"],
  ["no limit", { minItems: 5 }, {}, "compatible min-items-unset", "breaking min-items-unset"],
  ["a limit that is none", {}, { minLength: 0 }, "", ""],
  ["a pattern", {}, { pattern: "^a" }, "breaking pattern-added", "compatible pattern-added"],
  [
    "another pattern",
    { pattern: "^b" },
    { pattern: "^a" },
    "unclassified pattern-changed",
    "compatible pattern-changed",
  ],
  [
    "a default",
    {},
    { default: 1 },
    "compatible default-value-added",
    "compatible default-value-added",
  ],
  ["a condition", {}, { if: text }, "breaking if-added", "compatible if-added"],
  [
    "a required property",
    pet({}),
    pet({ a: text }, ["a"]),
    "breaking required-property-added a",
    "compatible required-property-added a",
  ],
  [
    "an optional property",
    pet({}),
    pet({ a: text }),
    "compatible optional-property-added a",
    "compatible optional-property-added a",
  ],
  [
    "a required property gone",
    pet({ a: text }, ["a"]),
    pet({}),
    "unclassified required-property-removed a",
    "breaking required-property-removed a",
  ],
  [
    "a property that is refused now",
    pet({ a: text }),
    pet({}, [], { additionalProperties: false }),
    "breaking additional-properties-forbidden; breaking property-forbidden a",
    "unclassified optional-property-removed a; compatible additional-properties-forbidden",
  ],
  [
    "required now",
    pet({ a: text }),
    pet({ a: text }, ["a"]),
    "breaking became-required a",
    "compatible became-required a",
  ],
  [
    "optional now",
    pet({ a: text }, ["a"]),
    pet({ a: text }),
    "compatible became-optional a",
    "breaking became-optional a",
  ],
  [
    "required only in answers",
    pet({ a: { readOnly: true } }),
    pet({ a: { readOnly: true } }, ["a"]),
    "",
    "compatible became-required a",
  ],
  [
    "a property inside items",
    { items: pet({}) },
    { items: pet({ a: text }, ["a"]) },
    "breaking required-property-added [].a",
    "compatible required-property-added [].a",
  ],
  [
    "deprecated",
    pet({ a: text }),
    pet({ a: { ...text, deprecated: true } }),
    "compatible deprecated a",
    "compatible deprecated a",
  ],
  [
    "an alternative more",
    { oneOf: [text, { type: "integer" }] },
    { oneOf: [text, { type: "integer" }, { type: "object" }] },
    "compatible one-of-added",
    "breaking one-of-added",
  ],
  [
    "an alternative less",
    { oneOf: [text, { type: "integer" }, { type: "object" }] },
    { oneOf: [text, { type: "object" }] },
    "breaking one-of-removed",
    "compatible one-of-removed",
  ],
  [
    "one of several now",
    text,
    { oneOf: [text, { type: "integer" }] },
    "compatible one-of-added",
    "breaking one-of-added",
  ],
  [
    "another discriminator",
    { discriminator: { propertyName: "a" } },
    { discriminator: { propertyName: "b" } },
    "unclassified discriminator-property-name-changed",
    "unclassified discriminator-property-name-changed",
  ],
  ["texts alone", { ...text, description: "a", example: 1 }, { ...text, description: "b" }, "", ""],
];

describe("what a change of a schema means", () => {
  for (const [what, before, after, ...said] of rows) {
    test(what, async () => {
      expect(await bothWays(before, after)).toEqual(said);
    });
  }

  test("a named schema is told once, with the operations that lead to it", async () => {
    const schemas = (extra: Json) => ({
      components: {
        schemas: { Pet: pet({ owner: { $ref: "#/components/schemas/Owner" } }), Owner: pet(extra) },
      },
    });
    const ref = { $ref: "#/components/schemas/Pet" };
    const document = (extra: Json) =>
      petsDocument(
        {
          requestBody: { content: jsonContent(ref) },
          responses: { 200: { description: "", content: jsonContent({ items: ref }) } },
        },
        schemas(extra),
      );
    const changes = await changesOf(
      document({ name: text }),
      document({ name: { type: "number" } }),
    );
    expect(changes).toMatchObject([
      {
        rule: "type-changed",
        schema: "Owner",
        at: "name",
        direction: "both",
        effect: "breaking",
        before: "string",
        after: "number",
        affects: ["operation:POST /pets"],
        location: { file: "0.json" },
      },
    ]);
  });

  test("parts moved into an allOf, and what is inherited from it, are the same schema", async () => {
    const schemas = { components: { schemas: { Named: pet({ name: text }, ["name"]) } } };
    const whole = pet({ name: text, age: { type: "integer" } }, ["name"]);
    const split = {
      allOf: [{ $ref: "#/components/schemas/Named" }, pet({ age: { type: "integer" } })],
    };
    const same = await changesOf(sent(whole, schemas), sent(split, schemas));
    expect(same).toEqual([]);
    const more = { allOf: [...split.allOf, pet({ tag: text })] };
    const changes = await changesOf(sent(split, schemas), sent(more, schemas));
    expect(linesOf(changes)).toEqual([`compatible optional-property-added ${body} tag`]);
    const single = { $ref: "#/components/schemas/Named" };
    const wrapped = { allOf: [single, pet({ tag: text })] };
    expect(linesOf(await changesOf(sent(single, schemas), sent(wrapped, schemas)))).toEqual([
      `compatible optional-property-added ${body} tag`,
    ]);
  });

  test("the same schema in the words of another version has not changed", async () => {
    const old = {
      type: "object",
      properties: {
        age: { type: "integer", minimum: 0, exclusiveMinimum: true },
        name: { type: "string", nullable: true },
      },
    };
    const now = pet({
      age: { type: "integer", exclusiveMinimum: 0 },
      name: { type: ["string", "null"] },
    });
    const before = { ...sent(old), openapi: "3.0.3" };
    expect(await changesOf(before, sent(now))).toEqual([]);
  });

  test("schemas that contain themselves, and each other, come to an end", async () => {
    const names = ["A", "B", "C"];
    const refs = (extra: Json) =>
      Object.fromEntries(
        names.map((name) => [
          name,
          pet({
            ...extra,
            ...Object.fromEntries(
              names.map((each) => [each, { $ref: `#/components/schemas/${each}` }]),
            ),
          }),
        ]),
      );
    const document = (extra: Json) =>
      sent({ $ref: "#/components/schemas/A" }, { components: { schemas: refs(extra) } });
    const inline = (depth: number): Json =>
      depth === 0 ? { $ref: "#/components/schemas/A" } : pet({ A: inline(depth - 1) });
    expect(linesOf(await changesOf(document({}), document({ tag: text })))).toHaveLength(3);
    const spelt = sent(inline(5), { components: { schemas: refs({}) } });
    expect((await changesOf(document({}), spelt)).length).toBeGreaterThan(0);
    const selves = (name: string) =>
      sent(
        { $ref: `#/components/schemas/${name}` },
        {
          components: {
            schemas: Object.fromEntries(
              names.map((each) => [
                each,
                { allOf: names.map((one) => ({ $ref: `#/components/schemas/${one}` })) },
              ]),
            ),
          },
        },
      );
    expect(await changesOf(selves("A"), selves("B"))).toEqual([]);
  });
});
