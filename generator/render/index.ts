/** Graph + evaluation + templates → pages: Markdown, and the same pages as HTML. */
export { renderSite, type RenderInput } from "./render-site.ts";
export type { EvaluatedProject } from "./render.ts";
