import type { JsonSchema } from "#model/api-version.ts";
import { type Asked, type KeywordRule, refuse } from "./complaint.ts";
import { linearPattern } from "./linear-pattern.ts";

type Fields = Readonly<Record<string, unknown>>;
type Schemas = Readonly<Record<string, JsonSchema>>;

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
  (asked) => {
    const limit = asked.said as number;
    if (!within(asked.value as number, limit)) refuse(asked, { comparison, limit });
  };

const multipleOf: KeywordRule = (asked) => {
  const factor = asked.said as number;
  const times = (asked.value as number) / factor;
  if (factor === 0 || times !== Number.parseInt(String(times))) {
    refuse(asked, { multipleOf: factor });
  }
};

/** A limit of the size of texts, lists or objects. */
const ofSize =
  (sizeOf: (value: never) => number, isLeast: boolean): KeywordRule =>
  (asked) => {
    const [size, limit] = [sizeOf(asked.value as never), asked.said as number];
    if (isLeast ? size < limit : size > limit) refuse(asked, { limit });
  };

const charactersIn = (text: string): number => Array.from(text).length;
const itemsIn = (list: readonly unknown[]): number => list.length;
const fieldsIn = (fields: Fields): number => Object.keys(fields).length;

const properties: KeywordRule = ({ value, said, look }) => {
  const fields = value as Fields;
  for (const [name, inner] of Object.entries(said as Schemas)) {
    if (Object.hasOwn(fields, name)) look.check(inner, fields[name], name);
  }
};

/** Those that no name tells about. */
const additionalProperties: KeywordRule = (asked) => {
  const { value, said, schema, look } = asked;
  if (said === true) return;
  const known = isFields(schema.properties) ? schema.properties : {};
  for (const [name, each] of Object.entries(value as Fields)) {
    if (Object.hasOwn(known, name)) continue;
    if (said === false) refuse(asked, { additionalProperty: name });
    else look.check(said as JsonSchema, each, name);
  }
};

const required: KeywordRule = (asked) => {
  for (const name of asked.said as readonly string[]) {
    if (!Object.hasOwn(asked.value as Fields, name)) refuse(asked, { missingProperty: name });
  }
};

const items: KeywordRule = ({ value, said, look }) => {
  for (const [index, each] of (value as readonly unknown[]).entries()) {
    look.check(said as JsonSchema, each, index);
  }
};

/** ajv compares each item with each other one; here a list may be long. */
export const isUnique = (wanted: unknown, list: readonly unknown[]): boolean =>
  wanted !== true || new Set(list.map((item) => JSON.stringify(item))).size === list.length;

const uniqueItems: KeywordRule = (asked) => {
  if (!isUnique(asked.said, asked.value as readonly unknown[])) {
    refuse(asked, { keyword: "uniqueItems" });
  }
};

/** One of many values; objects and lists are left to ajv. */
const isAmong =
  (of: (said: unknown) => readonly unknown[], param: string): KeywordRule =>
  (asked) => {
    const { value, said, look } = asked;
    const values = of(said);
    if (values.length === 0 || (typeof value === "object" && value !== null)) look.unsure = true;
    if (!values.includes(value)) refuse(asked, { [param]: said });
  };

const followed: KeywordRule = ({ value, said, look }) => {
  const target = look.findSchema(String(said));
  if (target === undefined) look.unsure = true;
  else look.check(target, value);
};

const pattern: KeywordRule = (asked) => {
  const { value, said, look } = asked;
  const source = String(said);
  const known = look.patterns.get(source) ?? linearPattern(source);
  look.patterns.set(source, known);
  if (!known.test(value as string)) refuse(asked, { pattern: said });
};

/** A format that is unknown says nothing. */
const format: KeywordRule = (asked) => {
  const known = asked.look.formats[String(asked.said)];
  if (known === undefined || known === true || typeof known === "string") return;
  const plain = known instanceof RegExp || typeof known === "function";
  const { type = "string", validate } = (plain ? { validate: known } : known) as {
    readonly type?: string;
    readonly validate: RegExp | ((each: unknown) => unknown);
  };
  if (typeof asked.value !== type) return;
  const fits =
    validate instanceof RegExp ? validate.test(String(asked.value)) : validate(asked.value);
  if (fits !== true) refuse(asked, { format: asked.said });
};

/** Whether a schema has nothing to say against a value; what it says stays. */
function accepts({ value, look }: Asked, schema: JsonSchema): boolean {
  const before = look.complaints.length;
  look.check(schema, value);
  return look.complaints.length === before;
}

const allOf: KeywordRule = ({ value, said, look }) => {
  for (const each of said as readonly JsonSchema[]) look.check(each, value);
};

const anyOf: KeywordRule = (asked) => {
  const before = asked.look.complaints.length;
  if ((asked.said as readonly JsonSchema[]).some((each) => accepts(asked, each))) {
    asked.look.complaints.length = before;
  } else refuse(asked);
};

/** A second one that accepts the value ends the search: the others are not asked. */
const oneOf: KeywordRule = (asked) => {
  const before = asked.look.complaints.length;
  const passing: number[] = [];
  for (const [index, each] of (asked.said as readonly JsonSchema[]).entries()) {
    if (accepts(asked, each)) passing.push(index);
    if (passing.length > 1) break;
  }
  if (passing.length === 1) asked.look.complaints.length = before;
  else refuse(asked, { passingSchemas: passing.length === 0 ? null : passing });
};

const not: KeywordRule = (asked) => {
  const before = asked.look.complaints.length;
  const accepted = accepts(asked, asked.said as JsonSchema);
  asked.look.complaints.length = before;
  if (accepted) refuse(asked);
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
    ],
  ],
];
