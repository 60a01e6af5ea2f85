import type { SchemaShape } from "#model/api/shape.ts";
import type { LinkText, PageContext, PagePlan, View } from "../../view.ts";
import { extensionParts } from "./extension-parts.ts";
import { type ApiLayout, layoutsOf, type SchemaItem } from "./layout.ts";
import { exampleBlock, generatedExample } from "./operations/example-blocks.ts";
import { outsideLink } from "./outside-link.ts";
import { linksFrom, mentionsOf, usersOf } from "./relations.ts";
import { notesOf } from "./shapes/notes.ts";
import { propertyRows } from "./shapes/property-rows.ts";
import { typeParts } from "./shapes/type-parts.ts";
import { variantSections } from "./shapes/variant-sections.ts";

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
  data: (context) => ({
    api: context.link(api.id),
    ...definition(schema, context),
    ...relations(schema, context),
    place: context.place(schema.location),
  }),
});

function definition({ attributes, description }: SchemaItem, context: PageContext): object {
  const { shape, label, examples } = attributes;
  const { enum: values = [], extensions = [], externalDocs, ...rest } = shape;
  const rows = propertyRows(shape, context);
  return {
    label: label ?? "",
    description: context.prose(description, 2),
    type: typeParts(plainType(shape, rows.length > 0), context),
    notes: notesOf({ ...rest }, {}, context.words),
    values,
    docs: externalDocs ? outsideLink(externalDocs.url) : "",
    rows,
    variants: variantSections(shape, context),
    examples:
      examples.length > 0
        ? examples.map((example) => exampleBlock(example, context))
        : generatedExample(shape, "both", context),
    ...extensionParts(extensions),
  };
}

/**
 * The alternatives of a schema are listed below, so its type is not told by them again. What has
 * properties by way of others is an object, whether it says so or not.
 */
const plainType = (shape: SchemaShape, hasProperties: boolean): SchemaShape => ({
  ...shape,
  ...(shape.variants && { variants: [] }),
  ...(shape.type === "any" && shape.ref === undefined && hasProperties && { type: "object" }),
});

function relations({ id }: SchemaItem, context: PageContext): object {
  const users = usersOf(id, context, ({ role }) => role === "uses");
  const builtOn = extensionsOf(id, context);
  const names = new Set(builtOn.map(({ text }) => text));
  return {
    received: usersOf(id, context, ({ role }) => role === "accepts"),
    returned: usersOf(id, context, ({ role }) => role === "returns"),
    builtOn,
    usedBy: users.filter(({ text }) => !names.has(text)),
    traces: linksFrom(id, ["refers-to", "implements"], context),
    mentions: mentionsOf(id, context),
  };
}

/** The schemas that are built on this one with `allOf`. */
function extensionsOf(id: SchemaItem["id"], { graph, link }: PageContext): readonly LinkText[] {
  const users = (graph.incoming.get(id) ?? []).flatMap(({ from }) => {
    const item = graph.items.get(from);
    return item?.kind === "schema" && item.id !== id && isBuiltOn(item.attributes.shape, id)
      ? [item.id]
      : [];
  });
  return [...new Set(users)].map((user) => link(user));
}

const isBuiltOn = ({ variants = [] }: SchemaShape, id: string): boolean =>
  variants.some(
    ({ keyword, shapes }) => keyword === "allOf" && shapes.some(({ ref }) => ref === id),
  );
