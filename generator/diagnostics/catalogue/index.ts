import { dataCatalogue } from "./data.ts";
import type { Entry } from "./entry.ts";
import { graphCatalogue } from "./graph.ts";
import { sourcesCatalogue } from "./sources.ts";

/** Every code that rastro can print: `<room>/<what-is-wrong>`, never reused. */
export const catalogue = {
  ...dataCatalogue,
  ...graphCatalogue,
  ...sourcesCatalogue,
};

export type DiagnosticCode = keyof typeof catalogue;

export type DiagnosticArguments<Code extends DiagnosticCode> =
  (typeof catalogue)[Code] extends Entry<infer Args> ? Args : never;
