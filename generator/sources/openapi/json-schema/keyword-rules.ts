import type { JsonSchema } from "#model/api/version.ts";
import { type Bound, type KeywordRule, type Look, patternOf, refuse } from "./complaint.ts";

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const types: Readonly<Record<string, (value: unknown) => boolean>> = {
  array: Array.isArray,
  boolean: (value) => typeof value === "boolean",
  integer: Number.isInteger,
  null: (value) => value === null,
  number: Number.isFinite,
  object: isFields,
  string: (value) => typeof value === "string",
};

const compared =
  (comparison: string, within: (value: number, limit: number) => boolean): KeywordRule =>
  (bound, value, look) => {
    const limit = bound.said as number;
    if (typeof limit !== "number") look.unsure = true;
    if (!within(value as number, limit)) refuse(bound, look, { comparison, limit });
  };

const multipleOf: KeywordRule = (bound, value, look) => {
  const factor = bound.said as number;
  const times = (value as number) / factor;
  if (factor === 0 || times !== Number.parseInt(String(times))) {
    refuse(bound, look, { multipleOf: factor });
  }
};

/** A limit of the size of texts, lists or objects. */
const ofSize =
  (sizeOf: (value: never) => number, isLeast: boolean): KeywordRule =>
  (bound, value, look) => {
    const [size, limit] = [sizeOf(value as never), bound.said as number];
    if (isLeast ? size < limit : size > limit) refuse(bound, look, { limit });
  };

const charactersIn = (text: string): number => Array.from(text).length;
const itemsIn = (list: readonly unknown[]): number => list.length;
const fieldsIn = (fields: Fields): number => Object.keys(fields).length;

const properties: KeywordRule = ({ entries }, value, look) => {
  const fields = value as Fields;
  for (const [name, inner] of entries) {
    if (Object.hasOwn(fields, name)) look.check(inner, fields[name], name);
  }
};

const patternProperties: KeywordRule = ({ entries }, value, look) => {
  for (const [source, inner] of entries) {
    const pattern = patternOf(source, look);
    for (const [name, each] of Object.entries(value as Fields)) {
      if (pattern.test(name)) look.check(inner, each, name);
    }
  }
};

/** Those that neither a name nor a pattern tells about. */
const additionalProperties: KeywordRule = (bound, value, look) => {
  const { said, schema } = bound;
  if (said === true) return;
  const known = isFields(schema.properties) ? schema.properties : {};
  const patterns = isFields(schema.patternProperties) ? Object.keys(schema.patternProperties) : [];
  for (const [name, each] of Object.entries(value as Fields)) {
    if (Object.hasOwn(known, name)) continue;
    if (patterns.some((source) => patternOf(source, look).test(name))) continue;
    if (said === false) refuse(bound, look, { additionalProperty: name });
    else look.check(said as JsonSchema, each, name);
  }
};

const required: KeywordRule = (bound, value, look) => {
  for (const name of bound.said as readonly string[]) {
    if (!Object.hasOwn(value as Fields, name)) refuse(bound, look, { missingProperty: name });
  }
};

const items: KeywordRule = ({ said }, value, look) => {
  for (const [index, each] of (value as readonly unknown[]).entries()) {
    look.check(said as JsonSchema, each, index);
  }
};

/** ajv compares each item with each other one; here a list may be long. */
export const isUnique = (wanted: unknown, list: readonly unknown[]): boolean =>
  wanted !== true || new Set(list.map((item) => JSON.stringify(item))).size === list.length;

const uniqueItems: KeywordRule = (bound, value, look) => {
  if (!isUnique(bound.said, value as readonly unknown[])) {
    refuse(bound, look, { keyword: "uniqueItems" });
  }
};

/** One of many values; objects and lists are left to ajv. */
const isAmong =
  (of: (said: unknown) => readonly unknown[], param: string): KeywordRule =>
  (bound, value, look) => {
    const values = of(bound.said);
    if (values.length === 0 || (typeof value === "object" && value !== null)) look.unsure = true;
    if (!values.includes(value)) refuse(bound, look, { [param]: bound.said });
  };

const followed: KeywordRule = ({ said }, value, look) => {
  const target = look.findSchema(String(said));
  if (target === undefined) look.unsure = true;
  else look.check(target, value);
};

const pattern: KeywordRule = (bound, value, look) => {
  const known = patternOf(String(bound.said), look);
  if (!known.test(value as string)) refuse(bound, look, { pattern: bound.said });
};

/** A format that is unknown says nothing. */
const format: KeywordRule = (bound, value, look) => {
  const known = look.formats[String(bound.said)];
  if (known === undefined || known === true || typeof known === "string") return;
  const plain = known instanceof RegExp || typeof known === "function";
  const { type = "string", validate } = (plain ? { validate: known } : known) as {
    readonly type?: string;
    readonly validate: RegExp | ((each: unknown) => unknown);
  };
  if (typeof value !== type) return;
  const fits = validate instanceof RegExp ? validate.test(String(value)) : validate(value);
  if (fits !== true) refuse(bound, look, { format: bound.said });
};

/** Whether a schema has nothing to say against a value; what it says stays. */
function accepts(schema: JsonSchema, value: unknown, look: Look): boolean {
  const { base, count } = look;
  look.base = count;
  look.check(schema, value);
  look.base = base;
  return look.count === count;
}

/** What was said since then counts no more. */
function takeBack(look: Look, count: number): void {
  look.count = count;
  if (look.tellsAll) look.complaints.length = count;
}

const schemasOf = ({ said }: Bound) => said as readonly JsonSchema[];

const allOf: KeywordRule = (bound, value, look) => {
  for (const each of schemasOf(bound)) look.check(each, value);
};

const anyOf: KeywordRule = (bound, value, look) => {
  const before = look.count;
  if (schemasOf(bound).some((each) => accepts(each, value, look))) {
    takeBack(look, before);
  } else refuse(bound, look);
};

/** A second one that accepts the value ends the search: the others are not asked. */
const oneOf: KeywordRule = (bound, value, look) => {
  const before = look.count;
  const passing: number[] = [];
  for (const [index, each] of schemasOf(bound).entries()) {
    if (accepts(each, value, look)) passing.push(index);
    if (passing.length > 1) break;
  }
  if (passing.length === 1) takeBack(look, before);
  else refuse(bound, look, { passingSchemas: passing.length === 0 ? null : passing });
};

const not: KeywordRule = (bound, value, look) => {
  const before = look.count;
  const accepted = accepts(bound.said as JsonSchema, value, look);
  takeBack(look, before);
  if (accepted) refuse(bound, look);
};

type Rules = readonly (readonly [keyword: string, rule: KeywordRule])[];

/** The keywords by the type that they are about, and those about every type, all in ajv's order. */
export const rules: readonly (readonly [type: string | undefined, rules: Rules])[] = [
  [
    undefined,
    [
      ["$ref", followed],
      ["const", isAmong((said) => [said], "allowedValue")],
      ["enum", isAmong((said) => said as readonly unknown[], "allowedValues")],
      ["not", not],
      ["anyOf", anyOf],
      ["oneOf", oneOf],
      ["allOf", allOf],
    ],
  ],
  [
    "number",
    [
      ["maximum", compared("<=", (value, limit) => value <= limit)],
      ["minimum", compared(">=", (value, limit) => value >= limit)],
      ["exclusiveMaximum", compared("<", (value, limit) => value < limit)],
      ["exclusiveMinimum", compared(">", (value, limit) => value > limit)],
      ["multipleOf", multipleOf],
      ["format", format],
    ],
  ],
  [
    "string",
    [
      ["maxLength", ofSize(charactersIn, false)],
      ["minLength", ofSize(charactersIn, true)],
      ["pattern", pattern],
      ["format", format],
    ],
  ],
  [
    "array",
    [
      ["maxItems", ofSize(itemsIn, false)],
      ["minItems", ofSize(itemsIn, true)],
      ["items", items],
      ["uniqueItems", uniqueItems],
    ],
  ],
  [
    "object",
    [
      ["maxProperties", ofSize(fieldsIn, false)],
      ["minProperties", ofSize(fieldsIn, true)],
      ["required", required],
      ["additionalProperties", additionalProperties],
      ["properties", properties],
      ["patternProperties", patternProperties],
    ],
  ],
];
