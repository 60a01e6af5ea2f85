import { diagnose } from "#diagnostics/index.ts";
import type { Property, SchemaShape } from "#model/api/shape.ts";
import { defined, filled } from "../../defined.ts";
import {
  addressOf,
  child,
  elementsOf,
  fieldsOf,
  flagOf,
  isObject,
  keyLocationOf,
  locationOf,
  type Node,
  textsOf,
} from "../../node.ts";
import { findTarget } from "../../references/find-target.ts";
import { refOf } from "../../references/ref-of.ts";
import { describe, referOnce } from "../context.ts";
import { readExtensions, readExternalDocs } from "../extensions.ts";
import { besideReference } from "./beside-reference.ts";
import { partsOf, type SchemaPart } from "./schema-parts.ts";
import { readScalars } from "./schema-scalars.ts";
import { readVariants } from "./schema-variants.ts";
import type { ShapeReader } from "./shape-reader.ts";

const anything: SchemaShape = { type: "any", nullable: false, constraints: [] };
const deepest = 32;

/** A schema as pages show it. What has a name of its own is named, never repeated. */
export function readShape(node: Node | undefined, reader: ShapeReader): SchemaShape {
  if (node === undefined || node.value === true) return anything;
  if (node.value === false) return { ...anything, type: "nothing" };
  if (!isObject(node.value)) return anything;
  if (reader.depth > deepest) {
    const location = keyLocationOf(node);
    reader.context.tally.said++;
    reader.context.diagnostics.push(
      diagnose("sources/openapi-too-deep", { depth: deepest }, { location }),
    );
    return anything;
  }
  const inner = { ...reader, depth: reader.depth + 1 };
  const ref = refOf(node);
  if (ref === undefined) return readKeywords(node, inner);
  const shape = readReference(node, ref, reader);
  return hasSiblings(node, reader) ? { ...readKeywords(node, inner), ...reference(shape) } : shape;
}

const reference = ({ ref, unresolved }: SchemaShape): Partial<SchemaShape> =>
  defined({ ref, unresolved });

/** Up to 3.0 whatever stands beside a `$ref` is ignored. */
const hasSiblings = (node: Node, { context }: ShapeReader): boolean =>
  ["3.1", "3.2"].includes(context.draft.dialect.family) && fieldsOf(node).length > 1;

function readReference(node: Node, ref: string, reader: ShapeReader): SchemaShape {
  const { context, from, role } = reader;
  const target = findTarget(node, ref, context.files);
  if (target.status !== "found" && target.status !== "found from root") {
    return { ...anything, unresolved: ref };
  }
  const id = context.names.schemas.get(addressOf(target.node))?.id;
  if (id === undefined) return { ...anything, unresolved: ref };
  if (id !== from || role !== "uses") {
    referOnce(context, { from, role, to: id }, () => locationOf(child(node, "$ref") ?? node));
  }
  return { ...anything, ref: id };
}

function readKeywords(node: Node, reader: ShapeReader): SchemaShape {
  const parts = partsOf(node);
  const scalars = readScalars(node, parts);
  if (parts.size === 0) return scalars;
  const { variants, discriminator, nullable } = parts.has("variants")
    ? readVariants(node, reader, readShape)
    : single;
  return simplified({
    ...scalars,
    nullable: scalars.nullable || nullable,
    ...(parts.has("description") &&
      defined({ description: describe(reader.context, reader.from, [node, "description"]) })),
    ...readInner(node, parts, reader),
    ...(parts.has("variants") && defined({ variants: filled(variants), discriminator })),
    ...(parts.has("externalDocs") &&
      defined({ externalDocs: readExternalDocs(reader.context, reader.from, node) })),
    ...(parts.has("extensions") && defined({ extensions: readExtensions(node) })),
  });
}

const single: ReturnType<typeof readVariants> = { variants: [], nullable: false };

/** What a value has in it. */
const readInner = (
  node: Node,
  parts: ReadonlySet<SchemaPart>,
  reader: ShapeReader,
): Partial<SchemaShape> => ({
  ...(parts.has("properties") &&
    defined({ properties: readProperties(node, reader), required: requiredElsewhere(node) })),
  ...(parts.has("additional") && defined({ additional: readAdditional(node, reader) })),
  ...(parts.has("items") && defined({ items: readItems(node, reader) })),
});

/** `anyOf: [X, {type: null}]` is how 3.1 says "X or null": shown as X, nullable. */
function simplified(shape: SchemaShape): SchemaShape {
  const inner = shape.nullable && saysNothingElse(shape) ? onlyAlternative(shape) : undefined;
  if (inner === undefined) return shape;
  const description = shape.description ?? inner.description;
  const fallback = shape.default ?? inner.default;
  return { ...inner, nullable: true, ...defined({ description, default: fallback }) };
}

const saysNothingElse = ({ type, properties, enum: values, constraints }: SchemaShape): boolean =>
  type === "any" && properties === undefined && values === undefined && constraints.length === 0;

function onlyAlternative({ variants = [] }: SchemaShape): SchemaShape | undefined {
  const [only, ...more] = variants;
  if (more.length > 0 || (only?.keyword !== "oneOf" && only?.keyword !== "anyOf")) return undefined;
  return only.shapes.length === 1 ? only.shapes[0] : undefined;
}

function readProperties(node: Node, reader: ShapeReader): readonly Property[] | undefined {
  const required = new Set(textsOf(child(node, "required")));
  const named = fieldsOf(child(node, "properties"));
  const patterned = fieldsOf(child(node, "patternProperties"));
  const properties = [
    ...named.map(([name, value]) => readProperty(name, value, { reader, required })),
    ...patterned.map(([pattern, value]) =>
      readProperty(`/${pattern}/`, value, { reader, required }),
    ),
  ];
  return properties.length > 0 ? properties : undefined;
}

/** Properties that have to be there, although what they are is said elsewhere. */
function requiredElsewhere(node: Node): readonly string[] | undefined {
  const properties = child(node, "properties");
  return filled(textsOf(child(node, "required")).filter((name) => !child(properties, name)));
}

const readProperty = (
  name: string,
  node: Node,
  { reader, required }: { reader: ShapeReader; required: ReadonlySet<string> },
): Property => ({
  name,
  // Up to draft 3 `required: true` stood on the property itself; it is found in the wild still.
  required: required.has(name) || flagOf(node, "required"),
  readOnly: flagOf(node, "readOnly"),
  writeOnly: flagOf(node, "writeOnly"),
  deprecated: flagOf(node, "deprecated"),
  shape: besideReference(readShape(node, reader)),
});

function readAdditional(node: Node, reader: ShapeReader): SchemaShape | false | undefined {
  const additional = child(node, "additionalProperties") ?? child(node, "unevaluatedProperties");
  if (additional?.value === false) return false;
  return additional && isObject(additional.value) ? readShape(additional, reader) : undefined;
}

function readItems(node: Node, reader: ShapeReader): SchemaShape | undefined {
  const items = child(node, "items");
  if (items === undefined || typeof items.value === "boolean") return undefined;
  if (!Array.isArray(items.value)) return besideReference(readShape(items, reader));
  const shapes = elementsOf(items).map((each) => readShape(each, reader));
  return { ...anything, variants: [{ keyword: "prefixItems", shapes }] };
}
