import type { PageContext, View } from "../../view.ts";
import { type ApiLayout, layoutsOf, type TagPage } from "./layout.ts";

/** The overview of one OpenAPI document. */
export const apiIndex: View = {
  template: "api-index",
  target: "api",
  plan: (graph) =>
    layoutsOf(graph).map((layout) => ({
      path: layout.index,
      title: () => layout.api.title,
      subject: layout.api.id,
      origins: [layout.api.location],
      data: (context) => indexData(layout, context),
    })),
};

function indexData({ api, tags, schemas }: ApiLayout, context: PageContext): object {
  const { version, dialect, servers, securitySchemes } = api.attributes;
  const operations = tags.flatMap(({ shown }) => shown);
  return {
    version,
    dialect,
    counts: context.words("api.counts", { operations: operations.length, schemas: schemas.length }),
    description: context.prose(api.description, 2),
    servers: servers.map(({ url, description = "" }) => ({ url, description })),
    schemes: securitySchemes.map(({ name, type, detail = "", description }) => ({
      name,
      type: detail === "" ? type : `${type} (${detail})`,
      description: context.proseLine(description),
    })),
    tags: tags.map((page) => tagRow(page, context)),
    operations: operations.map(({ operation: { id, attributes } }) => ({
      link: context.link(id, `${attributes.method} ${attributes.path}`),
      summary: attributes.summary ?? "",
      deprecated: attributes.deprecated,
    })),
    schemas: schemas.map(({ schema }) => ({
      link: context.link(schema.id),
      label: schema.attributes.label ?? "",
    })),
    place: context.place(api.location),
  };
}

const tagRow = ({ tag, path, shown, also }: TagPage, context: PageContext): object => ({
  link: context.linkPage(path, tag?.title ?? context.words("api.untagged")),
  operations: shown.length + also.length,
  description: context.proseLine(tag?.description),
});
