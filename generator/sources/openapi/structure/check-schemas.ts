import { diagnose, type Diagnostic, type Expectation } from "#diagnostics/index.ts";
import type { Dialect } from "../dialect.ts";
import { child, elementsOf, fieldsOf, isObject, keyLocationOf, type Node } from "../node.ts";
import type { Survey } from "../references/survey.ts";
import { wrongValue } from "./wrong-value.ts";

/**
 * Compares schemas with the specification where its own schema does not: from 3.1 on that leaves
 * them open, and in no version does it look into other files.
 */
export function checkSchemas(
  { schemaObjects, misfits }: Survey,
  root: Node,
  { family }: Dialect,
): readonly Diagnostic[] {
  const isOpen = family === "3.1" || family === "3.2";
  const isOurs = ({ data }: Node): boolean => isOpen || data !== root.data;
  return [
    ...misfits
      .filter(({ type, node }) => (type === "schema" ? isOurs(node) : node.data !== root.data))
      .map(({ type, node }) => wrongValue(node, type === "schema" ? aSchema : types("object"))),
    ...schemaObjects.filter(isOurs).flatMap((node) => checkKeywords(node, isOpen)),
    ...(family === "3.2" ? schemaObjects.flatMap(checkXml) : []),
  ];
}

/** Since 3.2 `nodeType` says how a value is written, instead of the two flags of before. */
function checkXml(schema: Node): readonly Diagnostic[] {
  const xml = child(schema, "xml");
  if (child(xml, "nodeType") === undefined) return [];
  return ["attribute", "wrapped"].flatMap((field) => {
    const flag = child(xml, field);
    const location = flag && keyLocationOf(flag);
    return location
      ? [diagnose("sources/openapi-replaced-field", { field, by: "nodeType" }, { location })]
      : [];
  });
}

/** What is wrong with the value of a keyword, if anything, and where in it. */
type Check = (value: Node) => readonly Diagnostic[];

const types = (...values: readonly string[]): Expectation => ({ rule: "type", values });
const aSchema: Expectation = { rule: "schema" };

const expecting =
  (expected: Expectation, fits: (value: unknown) => boolean): Check =>
  (node) =>
    fits(node.value) ? [] : [wrongValue(node, expected)];

const isText = (value: unknown): boolean => typeof value === "string";
const isNumber = (value: unknown): boolean => typeof value === "number";

const text = expecting(types("string"), isText);
const number = expecting(types("number"), isNumber);
const truth = expecting(types("boolean"), (value) => typeof value === "boolean");
const list = expecting(types("array"), Array.isArray);
const mapping = expecting(types("object"), isObject);
const map = mapping;
const oneSchema = expecting(
  types("object", "boolean"),
  // Any other value is no object at all, which is told of it as of every schema.
  (value) => !Array.isArray(value),
);

const count: Check = (node) => {
  const whole = expecting(types("integer"), Number.isInteger)(node);
  const limit: Expectation = { rule: "minimum", limit: 0 };
  return whole.length > 0 ? whole : expecting(limit, (value) => Number(value) >= 0)(node);
};

const multiple: Check = (node) => {
  const limit: Expectation = { rule: "exclusiveMinimum", limit: 0 };
  return isNumber(node.value) ? expecting(limit, (value) => Number(value) > 0)(node) : number(node);
};

const filled =
  (check: Check): Check =>
  (node) => {
    const wrong = check(node);
    const limit: Expectation = { rule: "minItems", limit: 1 };
    return wrong.length > 0
      ? wrong
      : expecting(limit, (value) => (value as readonly unknown[]).length > 0)(node);
  };

const texts: Check = (node) => {
  const wrong = list(node);
  return wrong.length > 0 ? wrong : elementsOf(node).flatMap(text);
};

const textLists: Check = (node) => {
  const wrong = mapping(node);
  return wrong.length > 0 ? wrong : fieldsOf(node).flatMap(([, each]) => texts(each));
};

const typeNames = ["string", "number", "integer", "boolean", "array", "object", "null"];
const typeName = expecting(
  { rule: "one-of", values: typeNames },
  (value) => typeof value === "string" && typeNames.includes(value),
);
const type: Check = (node) =>
  Array.isArray(node.value)
    ? [...filled(list)(node), ...elementsOf(node).flatMap(typeName)]
    : typeName(node);

const every = (check: Check, ...keywords: readonly string[]): Readonly<Record<string, Check>> =>
  Object.fromEntries(keywords.map((keyword) => [keyword, check]));

/** The keywords of every version, except those below. */
const keywords: Readonly<Record<string, Check>> = {
  ...every(text, "$ref", "title", "description", "pattern", "format"),
  ...every(number, "maximum", "minimum"),
  ...every(
    count,
    "maxLength",
    "minLength",
    "maxItems",
    "minItems",
    "maxProperties",
    "minProperties",
  ),
  ...every(truth, "uniqueItems", "readOnly", "writeOnly", "deprecated", "nullable"),
  ...every(filled(list), "allOf", "anyOf", "oneOf"),
  ...every(map, "properties", "xml", "externalDocs"),
  enum: list,
  multipleOf: multiple,
  required: texts,
};

/** Keywords that came, or changed, with JSON Schema 2020-12. */
const since31: Readonly<Record<string, Check>> = {
  ...every(text, "$id", "$schema", "$anchor", "$dynamicRef", "$dynamicAnchor", "$comment"),
  ...every(text, "contentEncoding", "contentMediaType"),
  ...every(number, "exclusiveMaximum", "exclusiveMinimum"),
  ...every(count, "maxContains", "minContains"),
  ...every(map, "patternProperties", "dependentSchemas", "$defs", "discriminator"),
  ...every(oneSchema, "items"),
  dependentRequired: textLists,
  examples: list,
  prefixItems: filled(list),
  type,
};

function checkKeywords(schema: Node, isOpen: boolean): readonly Diagnostic[] {
  return fieldsOf(schema).flatMap(([keyword]) => {
    const value = child(schema, keyword);
    const check = (isOpen ? ownCheck(since31, keyword) : undefined) ?? ownCheck(keywords, keyword);
    return value === undefined ? [] : (check?.(value) ?? []);
  });
}

const ownCheck = (checks: Readonly<Record<string, Check>>, keyword: string): Check | undefined =>
  Object.hasOwn(checks, keyword) ? checks[keyword] : undefined;
