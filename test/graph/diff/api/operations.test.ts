import { describe, expect, test } from "vitest";
import { apiRules } from "../../../../generator/graph/diff/api/effects.ts";
import { loadTemplates } from "#config/index.ts";
import {
  changesOf,
  type Json,
  jsonContent,
  linesOf,
  petsDocument,
} from "../../../support/api-versions.ts";

const said = async (before: Json, after: Json) => linesOf(await changesOf(before, after));
const operation = (before: Json, after: Json) => said(petsDocument(before), petsDocument(after));

const query = (name: string, rest: Json = {}) => ({
  name,
  in: "query",
  schema: { type: "string" },
  ...rest,
});
const takes = (...parameters: readonly Json[]) => ({ parameters });
const answers = (response: Json) => ({ responses: { 200: { description: "", ...response } } });
const paths = (paths: Json, rest: Json = {}) => ({ ...petsDocument({}), paths, ...rest });
const empty = { responses: {} };

describe("what became of operations", () => {
  test("an operation that came is news, one that went breaks, unless its time was over", async () => {
    const old = (rest: Json) =>
      paths({ "/a": { get: empty }, "/b": { get: { ...empty, ...rest } } });
    const now = paths({ "/a": { get: empty } });
    expect(await said(now, old({}))).toEqual(["compatible endpoint-added"]);
    expect(await said(old({}), now)).toEqual(["breaking endpoint-removed"]);
    const deprecated = { deprecated: true };
    const gone = async (rest: Json) => (await said(old({ ...deprecated, ...rest }), now))[0];
    expect(await gone({})).toBe("compatible endpoint-removed-with-deprecation");
    expect(await gone({ "x-sunset": "2026-01-01" })).toMatch(/^compatible/);
    expect(await gone({ "x-sunset": "2026-12-31" })).toBe(
      "breaking endpoint-removed-before-sunset",
    );
    expect(await gone({ "x-sunset": "soon" })).toBe("unclassified endpoint-removed-with-sunset");
  });

  test("a parameter of the path may have another name; another path is another address", async () => {
    const id = (name: string) => ({ name, in: "path", required: true, schema: { type: "string" } });
    const at = (path: string, name: string) =>
      paths({ [path]: { get: { ...empty, operationId: "get", parameters: [id(name)] } } });
    expect(await said(at("/a/{id}", "id"), at("/a/{key}", "key"))).toEqual([
      "compatible path-parameter-renamed",
    ]);
    expect(await said(at("/a/{id}", "id"), at("/b/{id}", "id"))).toEqual(["breaking path-changed"]);
  });

  test("parameters", async () => {
    const required = { required: true };
    const change = (a: readonly Json[], b: readonly Json[]) => operation(takes(...a), takes(...b));
    expect(await change([], [query("a")])).toEqual(["compatible optional-parameter-added query a"]);
    expect(await change([], [query("a", required)])).toEqual([
      "breaking required-parameter-added query a",
    ]);
    expect(await change([query("a")], [])).toEqual(["unclassified parameter-removed query a"]);
    expect(await change([query("a", { deprecated: true })], [])).toEqual([
      "compatible parameter-removed-with-deprecation query a",
    ]);
    expect(await change([query("a")], [query("b")])).toEqual([
      "breaking parameter-renamed query b",
    ]);
    expect(await change([query("a")], [query("a", { in: "header" })])).toEqual([
      "breaking parameter-moved header a",
    ]);
    expect(await change([query("a")], [query("a", required)])).toEqual([
      "breaking became-required query a",
    ]);
    expect(await change([query("a")], [query("a", { style: "spaceDelimited" })])).toEqual([
      "breaking style-changed query a",
    ]);
    const limited = { schema: { type: "string", default: "x" } };
    expect(await change([query("a")], [query("a", limited)])).toEqual([
      "breaking parameter-default-value-added query a",
    ]);
  });

  test("bodies, answers, media types and headers", async () => {
    const body = (rest: Json) => ({ requestBody: { content: jsonContent({}), ...rest } });
    expect(await operation({}, body({}))).toEqual(["compatible body-added-optional body"]);
    expect(await operation({}, body({ required: true }))).toEqual([
      "breaking body-added-required body",
    ]);
    expect(await operation(body({}), body({ required: true }))).toEqual([
      "breaking body-became-required body",
    ]);
    expect(await operation(body({}), body({ content: { "text/csv": {} } }))).toEqual([
      "breaking media-type-removed body application/json",
      "compatible media-type-added body text/csv",
    ]);
    expect(await operation(answers({}), {})).toEqual(["breaking success-status-removed 200"]);
    expect(await operation({}, { responses: { 404: { description: "" } } })).toEqual([
      "compatible non-success-status-added 404",
    ]);
    const header = (rest: Json) =>
      answers({ headers: { Total: { schema: { type: "integer" }, ...rest } } });
    expect(await operation(header({ required: true }), answers({}))).toEqual([
      "breaking required-header-removed 200 header Total",
    ]);
    expect(await operation(header({}), header({ schema: { type: "string" } }))).toEqual([
      "breaking type-changed 200 header Total",
    ]);
  });

  test("who may call", async () => {
    const security = (...alternatives: readonly Json[]) => ({ security: alternatives });
    const [key, token] = [{ key: [] }, { token: ["read"] }];
    expect(await operation({}, security(key))).toEqual(["breaking security-required"]);
    expect(await operation(security(key), security(key, {}))).toEqual([
      "compatible security-opened",
    ]);
    expect(await operation(security(key), security(key, token))).toEqual([
      "compatible security-added",
    ]);
    expect(await operation(security(key, token), security(token))).toEqual([
      "breaking security-removed",
    ]);
    expect(await operation(security(token), security({ token: ["read", "write"] }))).toEqual([
      "breaking security-scope-added token",
    ]);
  });

  test("how long something lasts", async () => {
    const until = (date: string) => ({ deprecated: true, "x-sunset": date });
    expect(await operation({}, until("2027-01-01"))).toEqual([
      "compatible deprecated",
      "compatible sunset-set",
    ]);
    expect(await operation(until("2027-01-01"), until("2026-06-01"))).toEqual([
      "breaking sunset-earlier",
    ]);
    expect(await operation(until("2027-01-01"), { deprecated: true })).toEqual([
      "breaking sunset-deleted",
    ]);
    expect(await operation({}, { "x-stability-level": "beta" })).toEqual([
      "breaking stability-decreased",
    ]);
  });

  test("what a webhook sends is what its receiver gets", async () => {
    const hook = (required: readonly string[]) => ({
      ...petsDocument({}),
      webhooks: {
        born: {
          post: {
            ...empty,
            requestBody: {
              content: jsonContent({ properties: { name: { type: "string" } }, required }),
            },
          },
        },
      },
    });
    expect(await said(hook(["name"]), hook([]))).toEqual([
      "breaking became-optional body application/json name",
    ]);
    expect(await said(hook([]), petsDocument({}))).toEqual(["breaking webhook-removed"]);
  });

  test("servers and security schemes", async () => {
    const scheme = (type: string) =>
      petsDocument({}, { components: { securitySchemes: { key: { type, name: "X" } } } });
    expect(await said(scheme("apiKey"), scheme("http"))).toEqual([
      "breaking security-scheme-type-changed key type",
    ]);
    const server = (url: string) => petsDocument({}, { servers: [{ url }] });
    expect(await said(server("https://a"), server("https://b"))).toEqual([
      "unclassified server-removed",
      "compatible server-added",
    ]);
  });

  test("a document of 2.0 says what the same of 3.0 says", async () => {
    const old = {
      swagger: "2.0",
      info: { title: "Pets", version: "1" },
      paths: {
        "/pets": {
          post: {
            consumes: ["application/json"],
            parameters: [
              { name: "limit", in: "query", type: "integer", collectionFormat: "multi" },
              { name: "body", in: "body", required: true, schema: { $ref: "#/definitions/Pet" } },
            ],
            responses: { 200: { description: "", schema: { $ref: "#/definitions/Pet" } } },
          },
        },
      },
      definitions: { Pet: { type: "object", properties: { name: { type: "string" } } } },
    };
    const now = {
      openapi: "3.0.3",
      info: { title: "Pets", version: "1" },
      paths: {
        "/pets": {
          post: {
            parameters: [{ name: "limit", in: "query", schema: { type: "integer" } }],
            requestBody: {
              required: true,
              content: jsonContent({ $ref: "#/components/schemas/Pet" }),
            },
            responses: {
              200: { description: "", content: jsonContent({ $ref: "#/components/schemas/Pet" }) },
            },
          },
        },
      },
      components: { schemas: old.definitions },
    };
    expect(await said(old, now)).toEqual(["breaking style-changed query limit"]);
  });

  test("every rule has a word in every language, and every word a rule", () => {
    const { words } = loadTemplates();
    const rules = apiRules.map((rule) => `api-changes.rule-${rule}`).sort();
    for (const dictionary of Object.values(words)) {
      const known = Object.keys(dictionary).filter((key) => key.startsWith("api-changes.rule-"));
      expect(known.sort()).toEqual(rules);
    }
  });
});
