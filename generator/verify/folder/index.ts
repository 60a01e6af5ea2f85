/** The links of a folder of Markdown and HTML that nobody prepared: every rule of the catalogue. */
export { isPage, readFolderPage } from "./folder-page.ts";
export { type CheckedFolder, type FolderCheck, judgeFolder } from "./judge-folder.ts";
export { isTable, type TableFile } from "./report-navigation.ts";
