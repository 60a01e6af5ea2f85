import type { Property, SchemaShape, Variants } from "#model/api/shape.ts";
import type { Graph } from "#model/graph.ts";
import { schemaOf } from "../shapes/schema-of.ts";
import { exampleScalar } from "./example-scalar.ts";

/** Who sends the value: a request leaves out what is read only, a response what is write only. */
export type Direction = "request" | "response" | "both";

interface Making {
  readonly graph: Graph;
  readonly direction: Direction;
  /** The schemas that are being made: one within itself ends there. */
  readonly within: readonly string[];
  /** How many more values may be made, over all branches. */
  readonly budget: { left: number };
}

const mostValues = 120;
const deepest = 8;

/** A value that fits a shape: what is given as an example, else made from what the shape says. */
export const exampleValue = (shape: SchemaShape, graph: Graph, direction: Direction): unknown =>
  make(shape, { graph, direction, within: [], budget: { left: mostValues } });

/** Nothing, where a schema would begin again within itself or the example grows too large. */
function make(shape: SchemaShape, making: Making): unknown {
  if (making.budget.left-- <= 0) return undefined;
  const given = givenValue(shape);
  if (given !== undefined) return given;
  if (shape.ref !== undefined) return makeNamed(shape.ref, making);
  const combined = makeCombined(shape, making);
  const own = makeOwn(shape, making);
  return isRecord(combined) && isRecord(own) ? { ...combined, ...own } : (combined ?? own);
}

function givenValue({ example, default: fallback, enum: values }: SchemaShape): unknown {
  const text = example ?? fallback ?? values?.[0];
  return text === undefined ? undefined : (JSON.parse(text) as unknown);
}

function makeNamed(ref: string, making: Making): unknown {
  const schema = schemaOf(ref, making.graph);
  if (schema === undefined || making.within.includes(ref)) return undefined;
  if (making.within.length >= deepest) return undefined;
  return make(schema.attributes.shape, { ...making, within: [...making.within, ref] });
}

/** All parts of an `allOf` together; the first of other alternatives that can be made. */
function makeCombined({ variants = [] }: SchemaShape, making: Making): unknown {
  const parts = variants
    .map((each) => makeVariants(each, making))
    .filter((part) => part !== undefined);
  const records = parts.filter(isRecord);
  return records.length > 0 ? Object.assign({}, ...records) : parts[0];
}

function makeVariants(variants: Variants, making: Making): unknown {
  const { keyword, shapes } = variants;
  if (keyword === "allOf") return makeAll(shapes, making);
  if (keyword === "prefixItems") return shapes.map((shape) => make(shape, making) ?? null);
  return keyword === "oneOf" || keyword === "anyOf" ? makeOne(variants, making) : undefined;
}

function makeAll(shapes: readonly SchemaShape[], making: Making): unknown {
  const parts = shapes.map((shape) => make(shape, making));
  const records = parts.filter(isRecord);
  return records.length > 0
    ? (Object.assign({}, ...records) as unknown)
    : parts.find((part) => part !== undefined);
}

function makeOne({ shapes, discriminator }: Variants, making: Making): unknown {
  for (const shape of shapes) {
    const value = make(shape, making);
    if (value === undefined) continue;
    const name = discriminator && nameFor(shape, discriminator.mapping, making.graph);
    return isRecord(value) && discriminator && name !== undefined
      ? { ...value, [discriminator.property]: name }
      : value;
  }
  return undefined;
}

/** The value of a discriminator for one schema: as it is mapped, else the name of the schema. */
function nameFor(
  { ref }: SchemaShape,
  mapping: NonNullable<Variants["discriminator"]>["mapping"],
  graph: Graph,
): string | undefined {
  const mapped = mapping?.find(({ shape }) => shape.ref === ref)?.value;
  return ref === undefined ? undefined : (mapped ?? schemaOf(ref, graph)?.attributes.name);
}

function makeOwn(shape: SchemaShape, making: Making): unknown {
  if (shape.properties ?? shape.additional) return makeObject(shape, making);
  if (shape.items) {
    const item = make(shape.items, making);
    return item === undefined ? [] : [item];
  }
  const onlyCombines = shape.type === "any" || shape.type === "object" || shape.type === "array";
  return onlyCombines && shape.variants !== undefined ? undefined : exampleScalar(shape);
}

function makeObject({ properties = [], additional }: SchemaShape, making: Making): unknown {
  const object: Record<string, unknown> = {};
  for (const property of properties) {
    if (!isSent(property, making.direction)) continue;
    const value = make(property.shape, making);
    if (value !== undefined) define(object, property.name, value);
    else if (property.required && property.shape.nullable) define(object, property.name, null);
  }
  if (properties.length > 0 || !additional) return object;
  const value = make(additional, making);
  return value === undefined ? {} : { key: value };
}

/** A property may be called `__proto__`. */
function define(object: Record<string, unknown>, name: string, value: unknown): void {
  if (name === "__proto__") {
    Object.defineProperty(object, name, { value, enumerable: true, configurable: true });
  } else {
    object[name] = value;
  }
}

function isSent(property: Property, direction: Direction): boolean {
  if (property.name.startsWith("/") && property.name.endsWith("/")) return false;
  if (property.readOnly && direction === "request") return false;
  if (property.writeOnly && direction === "response") return false;
  return property.required || !property.deprecated;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
