import type { Property, SchemaShape, Variants } from "#model/api/shape.ts";
import type { Line, LinkText, PageContext } from "../../../view.ts";
import { mergedProperties, type MergedProperty } from "./merged-properties.ts";
import { notesOf } from "./notes.ts";
import { type TypeParts, typeParts } from "./type-parts.ts";

/** One line of a table of properties. */
export interface PropertyRow {
  readonly name: string;
  readonly type: TypeParts;
  readonly required: string;
  readonly description: Line;
  /** Limits, default, allowed values: what is not in the type. */
  readonly note: string;
  /** The schema that the property comes from, when that is another. */
  readonly from: LinkText | "";
}

/**
 * The properties of a shape with those that it is built on, and those of shapes without a name of
 * their own below them: `endereco.rua`, `itens[].id`, `por_ano.*`.
 */
export const propertyRows = (shape: SchemaShape, context: PageContext): readonly PropertyRow[] =>
  rowsBelow(shape, "", context);

function rowsBelow(
  shape: SchemaShape,
  prefix: string,
  context: PageContext,
): readonly PropertyRow[] {
  const own = ownProperties(shape, prefix, context).flatMap((merged) =>
    propertyAndBelow(merged, prefix, context),
  );
  const items = shape.items
    ? rowsBelow(shape.items, `${prefix.replace(/\.$/, "")}[].`, context)
    : [];
  const others = shape.additional ? rowsBelow(shape.additional, `${prefix}*.`, context) : [];
  const variants = (shape.variants ?? []).flatMap((each) => variantRows(each, prefix, context));
  return [...own, ...items, ...others, ...variants];
}

/** What a property is built on has a page, to which its type leads: told here, it could go on for ever. */
function ownProperties(
  shape: SchemaShape,
  prefix: string,
  { graph }: PageContext,
): readonly MergedProperty[] {
  const isProperty = !/^(?:\[\]\.|\*\.)*$/.test(prefix);
  return mergedProperties(shape, isProperty ? undefined : graph);
}

function propertyAndBelow(
  { property, from }: MergedProperty,
  prefix: string,
  context: PageContext,
): readonly PropertyRow[] {
  const name = `${prefix}${property.name}`;
  const row = { ...propertyRow({ ...property, name }, context), from: provenance(from, context) };
  return [row, ...rowsBelow(property.shape, `${name}.`, context)];
}

const provenance = (from: MergedProperty["from"], { link }: PageContext): LinkText | "" =>
  from === undefined ? "" : link(from);

export function propertyRow(property: Property, context: PageContext): PropertyRow {
  const { name, shape, required } = property;
  return {
    name,
    type: typeParts(shape, context),
    required: context.words(required ? "api.yes" : "api.no"),
    description: context.proseLine(shape.description),
    note: notesOf(shape, property, context.words).join("; "),
    from: "",
  };
}

/** Which alternative a property belongs to is said with it; what all of them have is merged above. */
function variantRows(
  { keyword, shapes }: Variants,
  prefix: string,
  context: PageContext,
): readonly PropertyRow[] {
  if (keyword === "prefixItems") {
    return shapes.flatMap((shape, index) =>
      rowsBelow(shape, `${prefix.replace(/\.$/, "")}[${String(index)}].`, context),
    );
  }
  if (keyword === "allOf") {
    const combined = shapes.flatMap(({ variants = [] }) => variants);
    const alternatives = combined.filter((each) => each.keyword !== "allOf");
    return alternatives.flatMap((each) => variantRows(each, prefix, context));
  }
  if (keyword !== "oneOf" && keyword !== "anyOf") return [];
  return shapes.flatMap((shape, index) => {
    const variant = context.words("api.only-variant", { n: index + 1 });
    return rowsBelow(shape, prefix, context).map((row) => ({
      ...row,
      note: [row.note, variant].filter(Boolean).join("; "),
    }));
  });
}
