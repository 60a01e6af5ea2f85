import type { JsonObject, JsonSchema } from "#model/api/version.ts";
import { child, elementsOf, fieldsOf, isObject, type Node, textsOf } from "../node.ts";
import { type Arrangement, plainKeywords, subschemas, typeNames } from "./schema-keywords.ts";

/** How schemas of one document become those of the newest dialect. */
export interface SchemaReader {
  /** Up to 3.0: `nullable`, `exclusiveMinimum: true`, and nothing counts beside a `$ref`. */
  readonly isOld: boolean;
  /** The key of what a `$ref` leads to; undefined when that is nothing. */
  readonly keyOf: (node: Node, ref: string) => string | undefined;
  /** By the object that was read, so that what many refer to is made once. */
  readonly known: Map<object, JsonObject>;
  /** The other way round, for places. */
  readonly origins: WeakMap<object, Node>;
}

/** Deeper than any page shows; what lies below may be anything. */
const deepest = 200;

/** The schema in the words of JSON Schema 2020-12. What makes no sense there says nothing. */
export function normalSchema(node: Node, reader: SchemaReader, depth = 0): JsonSchema {
  if (typeof node.value === "boolean") return node.value;
  if (!isObject(node.value) || depth > deepest) return true;
  const known = reader.known.get(node.value);
  if (known) return known;
  const schema = readKeywords(node, reader, depth);
  reader.known.set(node.value, schema);
  reader.origins.set(schema, node);
  return schema;
}

function readKeywords(node: Node, reader: SchemaReader, depth: number): JsonObject {
  const ref = child(node, "$ref")?.value;
  const key = typeof ref === "string" ? reader.keyOf(node, ref) : undefined;
  const reference = key === undefined ? {} : { $ref: key };
  if (typeof ref === "string" && reader.isOld) return reference;
  const entries = fieldsOf(node).flatMap(([keyword, value]): readonly [string, unknown][] => {
    const arrangement = subschemas.get(keyword);
    if (arrangement === undefined) {
      return plainKeywords.get(keyword)?.(value.value) === true ? [[keyword, value.value]] : [];
    }
    const inner = readBelow(value, arrangement, (each) => normalSchema(each, reader, depth + 1));
    return inner === undefined ? [] : [[keyword, inner]];
  });
  const schema = { ...typeOf(node), ...Object.fromEntries(entries), ...reference };
  return withNull(withTuple(withLimits(schema, node), node, reader), node);
}

function readBelow(
  node: Node,
  arrangement: Arrangement,
  read: (node: Node) => JsonSchema,
): unknown {
  if (arrangement === "map") {
    if (!isObject(node.value)) return undefined;
    return Object.fromEntries(fieldsOf(node).map(([name, each]) => [name, read(each)]));
  }
  if (arrangement === "list") {
    const list = elementsOf(node);
    return list.length === 0 ? undefined : list.map(read);
  }
  return isObject(node.value) || typeof node.value === "boolean" ? read(node) : undefined;
}

function typeOf(node: Node): { readonly type?: string | readonly string[] } {
  const type = child(node, "type");
  const written = typeof type?.value === "string" ? [type.value] : textsOf(type);
  const names = [...new Set(written.filter((name) => typeNames.has(name)))];
  const [only] = names;
  if (only === undefined || names.length < written.length) return {};
  return { type: names.length === 1 ? only : names };
}

/** Up to draft 4 `exclusiveMinimum: true` made the minimum itself an excluded one. */
function withLimits(schema: JsonObject, node: Node): JsonObject {
  const limits = [
    ["minimum", "exclusiveMinimum"],
    ["maximum", "exclusiveMaximum"],
  ] as const;
  return limits.reduce((so, [limit, exclusive]) => {
    if (child(node, exclusive)?.value !== true || so[limit] === undefined) return so;
    const { [limit]: value, ...rest } = so;
    return { ...rest, [exclusive]: value };
  }, schema);
}

/** Before 2020-12 a list of schemas under `items` stood for the places of a tuple. */
function withTuple(schema: JsonObject, node: Node, reader: SchemaReader): JsonObject {
  const items = child(node, "items");
  if (!Array.isArray(items?.value)) return schema;
  const prefixItems = elementsOf(items).map((each) => normalSchema(each, reader, deepest / 2));
  const rest = child(node, "additionalItems");
  const more = rest ? readBelow(rest, "one", (each) => normalSchema(each, reader)) : undefined;
  return { ...schema, prefixItems, ...(more !== undefined && { items: more }) };
}

/** `nullable: true` of 3.0, and `x-nullable` of 2.0. */
function withNull(schema: JsonObject, node: Node): JsonObject {
  const isNullable = ["nullable", "x-nullable"].some((key) => child(node, key)?.value === true);
  if (!isNullable) return schema;
  const {
    type,
    enum: values,
    ...rest
  } = schema as {
    readonly type?: string | readonly string[];
    readonly enum?: readonly unknown[];
  };
  const open = {
    ...rest,
    ...(values && { enum: values.includes(null) ? values : [...values, null] }),
  };
  if (type !== undefined) return { ...open, type: [...[type].flat(), "null"] };
  const isCombined = ["$ref", "allOf", "anyOf", "oneOf"].some((key) => key in rest);
  return isCombined ? { anyOf: [open, { type: "null" }] } : open;
}
