import type { PageContext, PagePlan, View } from "../../view.ts";
import { extensionParts } from "./extension-parts.ts";
import { type ApiLayout, layoutsOf, type TagItem, type TagPage } from "./layout.ts";
import { operationRow } from "./operation-row.ts";
import { operationSections } from "./operations/operation-section.ts";
import { withoutRepeats } from "./operations/repeated-examples.ts";
import { outsideLink } from "./outside-link.ts";

/** The operations of one tag, each in full under an anchor of its own. */
export const apiTag: View = {
  template: "api-tag",
  target: "api",
  plan: (graph) =>
    layoutsOf(graph).flatMap((layout) => layout.tags.map((page) => planTag(page, layout))),
};

function planTag(page: TagPage, layout: ApiLayout): PagePlan {
  const { tag, name, path, shown } = page;
  return {
    path,
    title: (words) => tag?.title ?? words(`api.${name}`),
    ...(tag && { subject: tag.id }),
    shows: shown.map(({ operation, anchor }) => ({ item: operation.id, anchor })),
    origins: [tag?.location ?? layout.api.location],
    data: (context) => tagData(page, layout, context),
  };
}

function tagData(page: TagPage, layout: ApiLayout, context: PageContext): object {
  const { tag, shown, also } = page;
  const { api } = layout;
  return {
    api: context.link(api.id),
    ...aboutTag(tag, layout, context),
    contents:
      shown.length > 1 ? shown.map(({ operation }) => operationRow(operation, context)) : [],
    operations: withoutRepeats(shown.flatMap((each) => operationSections(each, layout, context))),
    also: also.map((operation) => operationRow(operation, context)),
    place: context.place(tag?.location ?? api.location),
  };
}

const silent = {
  parent: "",
  kind: "",
  below: [],
  description: { block: "" },
  docs: "",
  docsDescription: { line: "" },
  ...extensionParts(),
};

/** What the document says of the tag itself, and the tags around it. */
function aboutTag(tag: TagItem | undefined, { tags }: ApiLayout, context: PageContext): object {
  if (tag === undefined) return silent;
  const { name, parent: above, kind = "", externalDocs: docs, extensions = [] } = tag.attributes;
  const parent = tags.find((each) => above !== undefined && each.tag?.attributes.name === above);
  return {
    parent: parent?.tag ? context.link(parent.tag.id) : "",
    kind,
    below: tags.flatMap(({ tag: each }) =>
      each?.attributes.parent === name ? [context.link(each.id)] : [],
    ),
    description: context.prose(tag.description, 2),
    docs: docs ? outsideLink(docs.url) : "",
    docsDescription: context.proseLine(docs?.description),
    ...extensionParts(extensions),
  };
}
