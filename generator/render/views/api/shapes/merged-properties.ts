import type { Property, SchemaShape } from "#model/api/shape.ts";
import type { Graph } from "#model/graph.ts";
import type { ItemId } from "#model/item.ts";
import { schemaOf } from "./schema-of.ts";

/** A property of a schema, or of another that it is built on with `allOf`. */
export interface MergedProperty {
  readonly property: Property;
  /** The schema that brings it, when that is another. */
  readonly from?: ItemId;
}

/**
 * Everything that a value of a shape has: what `allOf` brings, and what the schema says itself. What
 * is said of one property in several places is said together, the schema's own word last. Without a
 * graph, schemas with a name of their own are left out.
 */
export function mergedProperties(
  shape: SchemaShape,
  graph: Graph | undefined,
): readonly MergedProperty[] {
  if (!isBuiltOnOthers(shape)) return (shape.properties ?? []).map((property) => ({ property }));
  const merged = new Map<string, MergedProperty>();
  const required = new Set<string>();
  gather(shape, { graph, merged, required, seen: new Set() }, undefined);
  return [...merged.values()].map(({ property, ...rest }) => ({
    ...rest,
    property: { ...property, required: property.required || required.has(property.name) },
  }));
}

const isBuiltOnOthers = ({ variants = [] }: SchemaShape): boolean =>
  variants.some(({ keyword }) => keyword === "allOf");

interface Gathering {
  readonly graph: Graph | undefined;
  readonly merged: Map<string, MergedProperty>;
  readonly required: Set<string>;
  readonly seen: Set<string>;
}

function gather(shape: SchemaShape, gathering: Gathering, from: ItemId | undefined): void {
  const { merged, required } = gathering;
  const { variants = [], properties = [], required: names = [] } = shape;
  const parts = variants.flatMap(({ keyword, shapes }) => (keyword === "allOf" ? shapes : []));
  for (const part of parts) gatherPart(part, gathering, from);
  for (const property of properties) {
    const before = merged.get(property.name)?.property;
    const joined = before === undefined ? property : join(before, property);
    merged.set(property.name, { property: joined, ...(from !== undefined && { from }) });
  }
  for (const name of names) required.add(name);
}

/** A schema with a name brings its own once, whichever way it is reached. */
function gatherPart(part: SchemaShape, gathering: Gathering, from: ItemId | undefined): void {
  const { graph, seen } = gathering;
  if (part.ref === undefined) {
    gather(part, gathering, from);
  } else if (graph !== undefined && !seen.has(part.ref)) {
    seen.add(part.ref);
    const schema = schemaOf(part.ref, graph);
    if (schema) gather(schema.attributes.shape, gathering, schema.id);
  }
}

/** Two words on one property: the later one, with what only the earlier one says. */
function join(before: Property, after: Property): Property {
  const saysNothing = after.shape.type === "any" && after.shape.ref === undefined;
  const shape =
    saysNothing && after.shape.variants === undefined
      ? { ...before.shape, ...definedParts(after.shape), type: before.shape.type }
      : { ...definedDescription(before.shape), ...after.shape };
  return {
    ...after,
    required: before.required || after.required,
    readOnly: before.readOnly || after.readOnly,
    writeOnly: before.writeOnly || after.writeOnly,
    deprecated: before.deprecated || after.deprecated,
    shape,
  };
}

const definedDescription = ({ description }: SchemaShape): Partial<SchemaShape> =>
  description === undefined ? {} : { description };

const definedParts = ({ constraints, nullable, ...rest }: SchemaShape): Partial<SchemaShape> => ({
  ...rest,
  ...(constraints.length > 0 && { constraints }),
  ...(nullable && { nullable }),
});
