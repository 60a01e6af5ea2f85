import type { JsonObject, JsonSchema } from "#model/api-version.ts";
import type { AddedFormat } from "ajv/dist/types/index.js";
import { linearPattern } from "./linear-pattern.ts";

/** The schema that a `$ref` names; undefined when none does. */
export type FindSchema = (ref: string) => JsonSchema | undefined;

/** Whether a value surely fits a schema; false when it does not, or when only ajv can tell. */
export type QuickLook = (schema: JsonSchema, value: unknown) => boolean;

/** Schemas that are tried on one value; what needs more is no quick look. */
const mostSteps = 20_000;
/** Schemas within schemas, and references to references. */
const deepest = 100;

interface Look {
  readonly findSchema: FindSchema;
  readonly formats: Readonly<Record<string, AddedFormat | undefined>>;
  readonly patterns: Map<string, ReturnType<typeof linearPattern>>;
  steps: number;
  depth: number;
  /** Something was met that this look does not understand: its answer counts for nothing. */
  unsure: boolean;
}

/**
 * Tries values without making code first. Nearly every value that is written in a document fits,
 * and is tried once: code made for its schema would cost far more than it saves.
 */
export function quickLook(about: Pick<Look, "findSchema" | "formats">): QuickLook {
  const look: Look = { ...about, patterns: new Map(), steps: 0, depth: 0, unsure: false };
  return (schema, value) => {
    Object.assign(look, { steps: 0, depth: 0, unsure: false });
    return fits(schema, value, look) && !look.unsure;
  };
}

function fits(schema: JsonSchema, value: unknown, look: Look): boolean {
  if (typeof schema === "boolean") return schema;
  if (++look.steps > mostSteps || look.depth >= deepest) look.unsure = true;
  if (look.unsure) return false;
  look.depth++;
  const fitting = Object.entries(schema).every(([keyword, said]) => {
    const rule = rules.get(keyword);
    if (rule === undefined) look.unsure ||= !silent.has(keyword);
    return rule === undefined || rule({ said, value, schema, look });
  });
  look.depth--;
  return fitting;
}

interface Asked {
  /** What stands behind the keyword. */
  readonly said: unknown;
  readonly value: unknown;
  /** Whose keyword it is. */
  readonly schema: JsonObject;
  readonly look: Look;
}

type Rule = (asked: Asked) => boolean;

/** Keywords that refuse no value. */
const silent: ReadonlySet<string> = new Set([
  "contentEncoding",
  "contentMediaType",
  "contentSchema",
  "default",
  "deprecated",
  "discriminator",
  "readOnly",
  "writeOnly",
  "x-stability-level",
  "x-sunset",
]);

type Fields = Readonly<Record<string, unknown>>;
type Schemas = Readonly<Record<string, JsonSchema>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const types: Readonly<Record<string, (value: unknown) => boolean>> = {
  array: Array.isArray,
  boolean: (value) => typeof value === "boolean",
  integer: Number.isInteger,
  null: (value) => value === null,
  number: Number.isFinite,
  object: isFields,
  string: (value) => typeof value === "string",
};

/** A limit of numbers; another value has none. */
const ofNumber =
  (within: (value: number, limit: number) => boolean): Rule =>
  ({ value, said }) =>
    typeof value !== "number" || within(value, said as number);

/** A limit of the size of texts, lists or objects. */
const ofSize =
  (sizeOf: (value: unknown) => number | undefined, isLeast: boolean): Rule =>
  ({ value, said }) => {
    const size = sizeOf(value);
    return size === undefined || (isLeast ? size >= (said as number) : size <= (said as number));
  };

const charactersIn = (value: unknown) =>
  typeof value === "string" ? Array.from(value).length : undefined;
const itemsIn = (value: unknown) => (Array.isArray(value) ? value.length : undefined);
const fieldsIn = (value: unknown) => (isFields(value) ? Object.keys(value).length : undefined);

const properties: Rule = ({ value, said, look }) =>
  !isFields(value) ||
  Object.entries(said as Schemas).every(
    ([name, inner]) => !Object.hasOwn(value, name) || fits(inner, value[name], look),
  );

/** Those that no name tells about; what a pattern tells about is left to ajv. */
const additionalProperties: Rule = ({ value, said, schema, look }) => {
  if ("patternProperties" in schema) look.unsure = true;
  if (!isFields(value)) return true;
  const known = isFields(schema.properties) ? schema.properties : {};
  return Object.entries(value).every(
    ([name, each]) => Object.hasOwn(known, name) || fits(said as JsonSchema, each, look),
  );
};

/** Those behind a tuple are left to ajv. */
const items: Rule = ({ value, said, schema, look }) => {
  if ("prefixItems" in schema) look.unsure = true;
  return !Array.isArray(value) || value.every((each) => fits(said as JsonSchema, each, look));
};

/** ajv compares each item with each other one; here a list may be long. */
export const isUnique = (wanted: unknown, list: readonly unknown[]): boolean =>
  wanted !== true || new Set(list.map((item) => JSON.stringify(item))).size === list.length;

/** One of many values; objects and lists are left to ajv. */
function isAmong({ value, look }: Asked, values: readonly unknown[]): boolean {
  if (values.length === 0 || (typeof value === "object" && value !== null)) look.unsure = true;
  return values.includes(value);
}

function followed({ value, said, look }: Asked): boolean {
  const target = look.findSchema(String(said));
  if (target === undefined) look.unsure = true;
  return target !== undefined && fits(target, value, look);
}

function matches({ value, said, look }: Asked): boolean {
  if (typeof value !== "string") return true;
  const source = String(said);
  const pattern = look.patterns.get(source) ?? linearPattern(source);
  look.patterns.set(source, pattern);
  return pattern.test(value);
}

/** A format that is unknown says nothing. */
function hasFormat({ value, said, look }: Asked): boolean {
  const format = look.formats[String(said)];
  if (typeof format !== "object" && typeof format !== "function") return true;
  if (format instanceof RegExp) return typeof value !== "string" || format.test(value);
  if (typeof format === "function") return typeof value !== "string" || format(value);
  const { type = "string", validate } = format as {
    readonly type?: string;
    readonly validate: RegExp | ((each: unknown) => unknown);
  };
  if (typeof value !== type) return true;
  return validate instanceof RegExp ? validate.test(String(value)) : validate(value) === true;
}

const countOf = ({ value, said, look }: Asked): number =>
  (said as readonly JsonSchema[]).filter((each) => fits(each, value, look)).length;

/** A keyword that is in neither list is left to ajv, with the whole value. */
const rules: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ["$ref", followed],
  ["additionalProperties", additionalProperties],
  [
    "allOf",
    ({ value, said, look }) => (said as JsonSchema[]).every((each) => fits(each, value, look)),
  ],
  [
    "anyOf",
    ({ value, said, look }) => (said as JsonSchema[]).some((each) => fits(each, value, look)),
  ],
  ["const", (asked) => isAmong(asked, [asked.said])],
  ["enum", (asked) => isAmong(asked, asked.said as readonly unknown[])],
  ["exclusiveMaximum", ofNumber((value, limit) => value < limit)],
  ["exclusiveMinimum", ofNumber((value, limit) => value > limit)],
  ["format", hasFormat],
  ["items", items],
  ["maxItems", ofSize(itemsIn, false)],
  ["maxLength", ofSize(charactersIn, false)],
  ["maxProperties", ofSize(fieldsIn, false)],
  ["maximum", ofNumber((value, limit) => value <= limit)],
  ["minItems", ofSize(itemsIn, true)],
  ["minLength", ofSize(charactersIn, true)],
  ["minProperties", ofSize(fieldsIn, true)],
  ["minimum", ofNumber((value, limit) => value >= limit)],
  ["not", ({ value, said, look }) => !fits(said as JsonSchema, value, look)],
  ["oneOf", (asked) => countOf(asked) === 1],
  ["pattern", matches],
  ["properties", properties],
  [
    "required",
    ({ value, said }) =>
      !isFields(value) || (said as string[]).every((name) => Object.hasOwn(value, name)),
  ],
  ["uniqueItems", ({ value, said }) => !Array.isArray(value) || isUnique(said, value)],
  ["type", ({ value, said }) => [said].flat().some((name) => types[name as string]?.(value))],
]);
