import { configCatalogue } from "./config.ts";
import { dataCatalogue } from "./data.ts";
import type { Entry } from "./entry.ts";
import { evaluateCatalogue } from "./evaluate.ts";
import { graphCatalogue } from "./graph.ts";
import { renderCatalogue } from "./render.ts";
import { sourcesCatalogue } from "./sources.ts";

/** Every code that rastro can print: `<room>/<what-is-wrong>`, never reused. */
export const catalogue = {
  ...configCatalogue,
  ...dataCatalogue,
  ...evaluateCatalogue,
  ...graphCatalogue,
  ...renderCatalogue,
  ...sourcesCatalogue,
};

export type DiagnosticCode = keyof typeof catalogue;

export type DiagnosticArguments<Code extends DiagnosticCode> =
  (typeof catalogue)[Code] extends Entry<infer Args> ? Args : never;
