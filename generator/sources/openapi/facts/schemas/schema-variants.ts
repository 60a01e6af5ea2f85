import type { Combination, Discriminator, SchemaShape, Variants } from "#model/api/shape.ts";
import { defined, filled } from "../../defined.ts";
import { child, elementsOf, fieldsOf, type Node, textOf } from "../../node.ts";
import { fallbackSchema, isNullSchema, mappedSchemas } from "../../references/ref-of.ts";
import type { ShapeReader } from "./shape-reader.ts";

type ReadShape = (node: Node | undefined, reader: ShapeReader) => SchemaShape;

const lists: readonly Combination[] = ["allOf", "oneOf", "anyOf", "prefixItems"];
const singles: readonly Combination[] = ["not", "if", "then", "else", "contains", "propertyNames"];

interface Combined {
  readonly variants: readonly Variants[];
  /** Of a schema that others build on; among alternatives it stands with them. */
  readonly discriminator?: Discriminator;
  readonly nullable: boolean;
}

/** The schemas that one is combined of, null apart. */
export function readVariants(node: Node, reader: ShapeReader, read: ReadShape): Combined {
  const discriminator = readDiscriminator(node, reader, read);
  const listed = lists.flatMap((keyword) => readList(keyword, node, { reader, read }));
  const choices = listed.filter(({ keyword }) => isChoice(keyword));
  const variants = listed
    .filter(({ shapes }) => shapes.length > 0)
    .map(({ keyword, shapes }): Variants => ({
      keyword,
      shapes,
      ...(isChoice(keyword) && defined({ discriminator })),
    }));
  return {
    variants: [...variants, ...readSingles(node, reader, read)],
    nullable: choices.some(({ mayBeNull }) => mayBeNull),
    ...(choices.length === 0 && defined({ discriminator })),
  };
}

const isChoice = (keyword: Combination): boolean => keyword === "oneOf" || keyword === "anyOf";

function readList(
  keyword: Combination,
  node: Node,
  { reader, read }: { readonly reader: ShapeReader; readonly read: ReadShape },
): readonly (Variants & { readonly mayBeNull: boolean })[] {
  const members = elementsOf(child(node, keyword));
  if (members.length === 0) return [];
  const kept = isChoice(keyword) ? members.filter((member) => !isNullSchema(member)) : members;
  const shapes = kept.map((member) => read(member, reader));
  return [{ keyword, shapes, mayBeNull: kept.length < members.length }];
}

function readSingles(node: Node, reader: ShapeReader, read: ReadShape): readonly Variants[] {
  const dependent = fieldsOf(child(node, "dependentSchemas"));
  const single = singles.flatMap((keyword): readonly Variants[] => {
    const schema = child(node, keyword);
    return schema === undefined ? [] : [{ keyword, shapes: [read(schema, reader)] }];
  });
  if (dependent.length === 0) return single;
  const shapes = dependent.map(([, schema]) => read(schema, reader));
  const names = dependent.map(([name]) => name);
  return [...single, { keyword: "dependentSchemas", shapes, names }];
}

/** In 2.0 the name of a property; since 3.0 an object. */
function readDiscriminator(
  node: Node,
  reader: ShapeReader,
  read: ReadShape,
): Discriminator | undefined {
  const written = child(node, "discriminator");
  if (written === undefined) return undefined;
  const property = textOf(written, "propertyName") ?? textOf(node, "discriminator");
  const mapping = mappedSchemas(node).map(({ value, node: at, ref }) => ({
    value,
    shape: read(asReference(at, ref), reader),
  }));
  const other = fallbackSchema(node);
  const fallback = other && read(asReference(other.node, other.ref), reader);
  if (property === undefined && mapping.length === 0 && fallback === undefined) return undefined;
  return { property: property ?? "", ...defined({ mapping: filled(mapping), fallback }) };
}

/** The text of a mapping, as if it were written with `$ref`. */
const asReference = (node: Node, ref: string): Node => ({ ...node, value: { $ref: ref } });
