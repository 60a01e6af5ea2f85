/** Facts → Graph: merges items, links references, names every state a link can be in. */
export { buildGraph } from "./build-graph.ts";
export { compareApis } from "./diff/api/compare-apis.ts";
export { compareGraphs, type GraphMoment } from "./diff/compare-graphs.ts";
export { compareSchemas, type SameSql } from "./diff/compare-schemas.ts";
export { compareSymbols } from "./diff/compare-symbols.ts";
