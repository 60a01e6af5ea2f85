import type { Discriminator, SchemaShape, Variants } from "#model/api/shape.ts";
import type { Line, PageContext } from "../../../view.ts";
import { notesOf } from "./notes.ts";
import { type TypeParts, typeParts } from "./type-parts.ts";

/** The schemas that one is combined of, each with a link, under what holds of them. */
export interface VariantSection {
  readonly title: string;
  readonly discriminator: string;
  readonly shapes: readonly {
    readonly number: number;
    readonly name: string;
    readonly type: TypeParts;
    readonly note: string;
    readonly description: Line;
  }[];
  readonly mapping: readonly { readonly value: string; readonly type: TypeParts }[];
}

export const variantSections = (
  { variants = [], discriminator }: SchemaShape,
  context: PageContext,
): readonly VariantSection[] => [
  ...variants.map((each) => variantSection(each, context)),
  ...(discriminator
    ? [
        {
          title: context.words("api.told-apart"),
          shapes: [],
          ...discriminatorParts(discriminator, context),
        },
      ]
    : []),
];

const variantSection = (
  { keyword, shapes, names = [], discriminator }: Variants,
  context: PageContext,
): VariantSection => ({
  title: context.words(`api.keyword-${keyword}`),
  shapes: shapes.map((shape, index) => ({
    number: index + 1,
    name: names[index] ?? "",
    type: typeParts(shape, context),
    note: notesOf(shape, {}, context.words).join("; "),
    description: context.proseLine(shape.description),
  })),
  ...discriminatorParts(discriminator, context),
});

function discriminatorParts(
  discriminator: Discriminator | undefined,
  context: PageContext,
): Pick<VariantSection, "discriminator" | "mapping"> {
  if (discriminator === undefined) return { discriminator: "", mapping: [] };
  const { property, mapping = [], fallback } = discriminator;
  const other = fallback && {
    value: context.words("api.any-other-value"),
    type: typeParts(fallback, context),
  };
  return {
    discriminator: property,
    mapping: [
      ...mapping.map(({ value, shape }) => ({ value, type: typeParts(shape, context) })),
      ...(other ? [other] : []),
    ],
  };
}
