import type { PageContext, PagePlan, View } from "../../view.ts";
import { type ApiLayout, layoutsOf, type TagPage } from "./layout.ts";
import { operationSection } from "./operation-section.ts";

/** The operations of one tag, each in full under an anchor of its own. */
export const apiTag: View = {
  template: "api-tag",
  target: "api",
  plan: (graph) =>
    layoutsOf(graph).flatMap((layout) => layout.tags.map((page) => planTag(page, layout))),
};

function planTag(page: TagPage, layout: ApiLayout): PagePlan {
  const { tag, path, shown } = page;
  return {
    path,
    title: (words) => tag?.title ?? words("api.untagged"),
    ...(tag && { subject: tag.id }),
    shows: shown.map(({ operation, anchor }) => ({ item: operation.id, anchor })),
    origins: [tag?.location ?? layout.api.location],
    data: (context) => tagData(page, layout, context),
  };
}

function tagData({ tag, shown, also }: TagPage, { api }: ApiLayout, context: PageContext): object {
  const named = ({ id, attributes }: (typeof also)[number]) => ({
    link: context.link(id, `${attributes.method} ${attributes.path}`),
    summary: attributes.summary ?? "",
  });
  return {
    api: context.link(api.id),
    description: context.prose(tag?.description, 2),
    contents: shown.length > 1 ? shown.map(({ operation }) => named(operation)) : [],
    operations: shown.map((each) => operationSection(each, context)),
    also: also.map(named),
    place: context.place(tag?.location ?? api.location),
  };
}
