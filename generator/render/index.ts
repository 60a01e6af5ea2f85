/** Graph + evaluation + templates → pages: Markdown, and the same pages as HTML. */
export { renderData } from "./data/index.ts";
export { makeSite, previewSite } from "./html/index.ts";
export type { SearchedPage } from "./search/index-pages.ts";
export { searchWriter, type WordsByLanguage } from "./search/search-writer.ts";
export { filesAddress } from "./files-address.ts";
export type { EvaluatedProject } from "./render.ts";
export { roleWord } from "./role-word.ts";
export {
  coverageText,
  linkState,
  shownCoverage,
  tracedLink,
} from "./views/reports/parts/coverage.ts";
export { formatOf } from "./format.ts";
export { type CommandLine, renderRegions, type RegionInput } from "./regions/index.ts";
export { type Binding, bindPages, type SitePageFile } from "./print/bind-pages.ts";
export { sitePath } from "./html/site-paths.ts";
export { renderRedirects } from "./redirects.ts";
export { renderChangelogs, renderSite } from "./render-site.ts";
export type { Format, Words } from "./view.ts";
export { wordsOf } from "./words.ts";
