/** What stands below a keyword of a schema: one schema, a list or a map of them. */
export type Arrangement = "one" | "list" | "map";

/** The keywords below which schemas stand. */
export const subschemas: ReadonlyMap<string, Arrangement> = new Map<string, Arrangement>([
  ["additionalProperties", "one"],
  ["allOf", "list"],
  ["anyOf", "list"],
  ["contains", "one"],
  ["contentSchema", "one"],
  ["dependentSchemas", "map"],
  ["else", "one"],
  ["if", "one"],
  ["items", "one"],
  ["not", "one"],
  ["oneOf", "list"],
  ["patternProperties", "map"],
  ["prefixItems", "list"],
  ["properties", "map"],
  ["propertyNames", "one"],
  ["then", "one"],
  ["unevaluatedItems", "one"],
  ["unevaluatedProperties", "one"],
]);

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === "string";
const isNumber: Check = (value) => typeof value === "number" && Number.isFinite(value);
const isCount: Check = (value) => Number.isInteger(value) && (value as number) >= 0;
const isFlag: Check = (value) => typeof value === "boolean";
const isMap: Check = (value) =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isTextList: Check = (value) => Array.isArray(value) && value.every(isText);
const isAny: Check = () => true;

const every = (check: Check, names: string): readonly (readonly [string, Check])[] =>
  names.split(" ").map((name) => [name, check]);

/**
 * The other keywords that say something about values or about how long they last, and what their
 * value must be to say it. Texts and examples are not among them.
 */
export const plainKeywords: ReadonlyMap<string, Check> = new Map([
  ...every(isText, "format pattern contentEncoding contentMediaType"),
  ...every(isText, "x-sunset x-stability-level"),
  ...every(isNumber, "minimum maximum exclusiveMinimum exclusiveMaximum multipleOf"),
  ...every(isCount, "minLength maxLength minItems maxItems minProperties maxProperties"),
  ...every(isCount, "minContains maxContains"),
  ...every(isFlag, "uniqueItems readOnly writeOnly deprecated"),
  ...every(isMap, "discriminator dependentRequired"),
  ...every(isTextList, "required"),
  ...every(Array.isArray as Check, "enum"),
  ...every(isAny, "const default"),
]);

export const typeNames: ReadonlySet<string> = new Set([
  "array",
  "boolean",
  "integer",
  "null",
  "number",
  "object",
  "string",
]);
