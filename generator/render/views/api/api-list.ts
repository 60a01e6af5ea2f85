import type { PageContext, View } from "../../view.ts";
import { type ApiLayout, layoutsOf } from "./layout.ts";

/** Every document, when there are several. */
export const apiList: View = {
  template: "api-list",
  target: "api",
  plan: (graph) => {
    const layouts = layoutsOf(graph);
    if (layouts.length < 2) return [];
    return [
      {
        path: "api/index.md",
        title: (words) => words("api.all"),
        origins: layouts.map(({ api }) => api.location),
        data: (context) => ({ apis: layouts.map((layout) => apiRow(layout, context)) }),
      },
    ];
  },
};

const apiRow = ({ api, tags, schemas }: ApiLayout, context: PageContext): object => ({
  link: context.link(api.id),
  version: api.attributes.version,
  dialect: api.attributes.dialect,
  operations: tags.reduce((sum, { shown }) => sum + shown.length, 0),
  schemas: schemas.length,
  place: context.place(api.location),
});
