import type { Expectation, FoundValue } from "#diagnostics/index.ts";
import type { ErrorObject } from "ajv";

type Params = Readonly<Record<string, unknown>>;

/** The rule of a schema that a value breaks, out of a complaint of the validator. */
export function expectationOf({ keyword, params }: ErrorObject): Expectation {
  const make = byKeyword.get(keyword) ?? limited.get(keyword);
  return make ? make(params as Params) : { rule: "alternative" };
}

const text = (value: unknown): string =>
  typeof value === "string" ? value : JSON.stringify(value ?? null);

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.map(text) : [text(value)];

type Make = (params: Params) => Expectation;

const byKeyword: ReadonlyMap<string, Make> = new Map<string, Make>([
  ["type", ({ type }) => ({ rule: "type", values: texts(type) })],
  ["enum", ({ allowedValues }) => ({ rule: "one-of", values: texts(allowedValues) })],
  ["const", ({ allowedValue }) => ({ rule: "one-of", values: texts(allowedValue) })],
  ["pattern", ({ pattern }) => ({ rule: "pattern", limit: text(pattern) })],
  ["format", ({ format }) => ({ rule: "format", limit: text(format) })],
  ["multipleOf", ({ multipleOf }) => ({ rule: "multipleOf", limit: text(multipleOf) })],
  ["uniqueItems", () => ({ rule: "uniqueItems" })],
  ["false schema", () => ({ rule: "nothing" })],
  ["not", () => ({ rule: "nothing" })],
]);

const limits = [
  "minLength",
  "maxLength",
  "minItems",
  "maxItems",
  "minProperties",
  "maxProperties",
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
] as const;

const limited: ReadonlyMap<string, Make> = new Map<string, Make>(
  limits.map((rule) => [rule, ({ limit }: Params) => ({ rule, limit: text(limit) })]),
);

const shownCharacters = 60;

/** A value as a message names it. */
export function foundValue(value: unknown): FoundValue {
  if (value === null || value === undefined) return { type: "nothing", text: "" };
  if (Array.isArray(value)) return { type: "list", text: "" };
  if (typeof value === "object") return { type: "mapping", text: "" };
  const written = typeof value === "string" ? value : JSON.stringify(value);
  const line = written.replace(/\s+/g, " ");
  const shown = line.length > shownCharacters ? `${line.slice(0, shownCharacters)}…` : line;
  const type = typeof value === "string" ? "text" : typeof value === "number" ? "number" : "truth";
  return { type, text: shown };
}
