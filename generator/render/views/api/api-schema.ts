import type { SchemaShape } from "#model/api.ts";
import type { PageContext, PagePlan, View } from "../../view.ts";
import { type ApiLayout, layoutsOf, type SchemaItem } from "./layout.ts";
import { notesOf } from "./notes.ts";
import { propertyRows } from "./property-rows.ts";
import { linksFrom, mentionsOf, usersOf } from "./relations.ts";
import { typeParts } from "./type-parts.ts";

/** One schema, and everything that uses it. */
export const apiSchema: View = {
  template: "api-schema",
  target: "api",
  plan: (graph) =>
    layoutsOf(graph).flatMap((layout) =>
      layout.schemas.map(({ schema, path }) => planSchema(schema, path, layout)),
    ),
};

const planSchema = (schema: SchemaItem, path: string, { api }: ApiLayout): PagePlan => ({
  path,
  title: () => schema.title,
  subject: schema.id,
  origins: [schema.location],
  data: (context) => ({ api: context.link(api.id), ...schemaData(schema, context) }),
});

function schemaData(
  { id, attributes, description, location }: SchemaItem,
  context: PageContext,
): object {
  const { shape, label, examples } = attributes;
  return {
    label: label ?? "",
    description: context.prose(description, 2),
    type: typeParts({ ...shape, ...plainType(shape) }, context),
    notes: notesOf({ ...shape, enum: [] }, {}, context.words).filter((note) => note !== ""),
    values: shape.enum ?? [],
    rows: propertyRows(shape, context),
    variants: (shape.variants ?? []).map((variants) => ({
      title: context.words(`api.keyword-${variants.keyword}`),
      discriminator: variants.discriminator ?? "",
      shapes: variants.shapes.map((each, index) => ({
        number: index + 1,
        type: typeParts(each, context),
        description: context.proseLine(each.description),
      })),
    })),
    examples,
    received: usersOf(id, context, ({ role }) => role === "accepts"),
    returned: usersOf(id, context, ({ role }) => role === "returns"),
    usedBy: usersOf(id, context, ({ role }) => role === "uses"),
    traces: linksFrom(id, ["refers-to", "implements"], context),
    mentions: mentionsOf(id, context),
    place: context.place(location),
  };
}

/** The alternatives of a schema are listed below, so its type is not told by them again. */
const plainType = (shape: SchemaShape): Partial<SchemaShape> =>
  shape.variants === undefined ? {} : { variants: [] };
