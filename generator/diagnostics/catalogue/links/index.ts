import { folderAddressesCatalogue } from "./addresses.ts";
import { folderAnchorsCatalogue } from "./anchors.ts";
import { folderFilesCatalogue } from "./files.ts";
import { folderLabelsCatalogue } from "./labels.ts";
import { webCatalogue } from "./web.ts";

/** What the check of a folder of Markdown or HTML can find. */
export const linksCatalogue = {
  ...folderAddressesCatalogue,
  ...folderAnchorsCatalogue,
  ...folderFilesCatalogue,
  ...folderLabelsCatalogue,
  ...webCatalogue,
};
