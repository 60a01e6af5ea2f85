/** The links of a folder of Markdown and HTML that nobody prepared: every rule of the catalogue. */
export { findSites, siteOf } from "./sites/find-sites.ts";
export { type FolderPage, isPage, type PageManner, readFolderPage } from "./folder-page.ts";
export {
  type CheckedFolder,
  type FolderCheck,
  type FolderHistory,
  type FolderJudge,
  openJudge,
} from "./judge-folder.ts";
export { judgeOutside } from "./judge-outside.ts";
export { isTable } from "./reports/report-navigation.ts";
