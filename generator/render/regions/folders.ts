import { itemsOf } from "#model/graph.ts";
import { type Item, itemName } from "#model/item.ts";
import { firstSentence } from "../views/code/first-sentence.ts";
import type { RegionKind } from "./region.ts";
import { codeCell, proseCell, tableLines } from "./table.ts";

/** The folders of code below a folder, with what the comment of their module says. */
export const foldersRegion: RegionKind = {
  options: ["path"],
  of: "project",
  make: ({ words, region }, { graph }) => {
    const path = (region.options["path"] ?? ".").replace(/^\.\/|\/+$/g, "");
    const prefix = path === "." ? "" : `${path}/`;
    const inside = itemsOf(graph, "module").filter(({ id }) => itemName(id).startsWith(prefix));
    const folders = Map.groupBy(
      inside.filter(({ id }) => itemName(id).slice(prefix.length).includes("/")),
      ({ id }) => itemName(id).slice(prefix.length).split("/")[0] ?? "",
    );
    if (folders.size === 0) return { impossible: "no-such-part", option: "path" };
    const rows = [...folders].map(([folder, modules]) => [
      codeCell(folder),
      proseCell(describeFolder(`${prefix}${folder}/`, modules)),
    ]);
    return { lines: tableLines([words("regions.folder"), words("regions.meaning")], rows) };
  },
};

/** The comment of its `index`, else of the first module right in it that has one. */
function describeFolder(folder: string, modules: readonly Item<"module">[]): string {
  const inFolder = modules.filter(({ id }) => !itemName(id).slice(folder.length).includes("/"));
  const described = inFolder.filter(({ description }) => description !== undefined);
  const index = described.find(({ id }) => itemName(id) === `${folder}index`) ?? described[0];
  return firstSentence(index?.description?.text ?? "").replace(/\.$/, "");
}
