/** The links of a folder of Markdown and HTML that nobody prepared: every rule of the catalogue. */
export { findSites, type FolderSite, siteOf } from "./sites/find-sites.ts";
export { isPage, readFolderPage } from "./folder-page.ts";
export { type CheckedFolder, type FolderCheck, judgeFolder } from "./judge-folder.ts";
export { judgeOutside } from "./judge-outside.ts";
export { isTable } from "./reports/report-navigation.ts";
