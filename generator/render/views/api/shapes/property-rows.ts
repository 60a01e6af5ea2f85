import type { Property, SchemaShape, Variants } from "#model/api.ts";
import type { Line, PageContext } from "../../view.ts";
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
}

/**
 * The properties of a shape, those of shapes without a name of their own below them:
 * `endereco.rua`, `itens[].id`, `por_ano.*`.
 */
export const propertyRows = (shape: SchemaShape, context: PageContext): readonly PropertyRow[] =>
  rowsBelow(shape, "", context);

function rowsBelow(
  shape: SchemaShape,
  prefix: string,
  context: PageContext,
): readonly PropertyRow[] {
  const own = (shape.properties ?? []).flatMap((property) =>
    propertyAndBelow(property, prefix, context),
  );
  const items = shape.items
    ? rowsBelow(shape.items, `${prefix.replace(/\.$/, "")}[].`, context)
    : [];
  const others = shape.additional ? rowsBelow(shape.additional, `${prefix}*.`, context) : [];
  const variants = (shape.variants ?? []).flatMap((each) => variantRows(each, prefix, context));
  return [...own, ...items, ...others, ...variants];
}

function propertyAndBelow(
  property: Property,
  prefix: string,
  context: PageContext,
): readonly PropertyRow[] {
  const { shape, required } = property;
  const name = `${prefix}${property.name}`;
  const row: PropertyRow = {
    name,
    type: typeParts(shape, context),
    required: context.words(required ? "api.yes" : "api.no"),
    description: context.proseLine(shape.description),
    note: notesOf(shape, property, context.words).join("; "),
  };
  return [row, ...rowsBelow(shape, `${name}.`, context)];
}

/** Which alternative a property belongs to is said with it. */
function variantRows(
  { keyword, shapes }: Variants,
  prefix: string,
  context: PageContext,
): readonly PropertyRow[] {
  if (keyword === "not") return [];
  return shapes.flatMap((shape, index) => {
    const rows = rowsBelow(shape, prefix, context);
    if (keyword === "allOf" || keyword === "prefixItems") return rows;
    const variant = context.words("api.only-variant", { n: index + 1 });
    return rows.map((row) => ({ ...row, note: [row.note, variant].filter(Boolean).join("; ") }));
  });
}
