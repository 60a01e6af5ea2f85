import { escapeMarkdown } from "#markdown/index.ts";
import { itemsOf } from "#model/graph.ts";
import { itemName } from "#model/item.ts";
import { pathBetween } from "./paths.ts";
import type { RegionKind } from "./region.ts";

/** The pages that people wrote, and the site when it has an address. */
export const linksRegion: RegionKind = {
  options: ["path"],
  of: "project",
  make: ({ file, region, words, settings: { siteUrl } }, { graph, project }) => {
    const path = (region.options["path"] ?? ".").replace(/^\.\/|\/+$/g, "");
    const pages = itemsOf(graph, "page")
      .filter(({ id, location }) => isBelow(path, itemName(id)) && location.file !== file)
      .toSorted(
        (a, b) =>
          (a.attributes.order ?? Infinity) - (b.attributes.order ?? Infinity) ||
          (a.id < b.id ? -1 : 1),
      )
      .map(({ title, location }) => linkLine(title, pathBetween(file, location.file)));
    const site =
      siteUrl === undefined
        ? []
        : [linkLine(words("regions.site"), [siteUrl, project.name].filter(Boolean).join("/"))];
    const lines = [...site, ...pages];
    return { lines: lines.length > 0 ? lines : [words("regions.nothing")] };
  },
};

const isBelow = (folder: string, name: string): boolean =>
  folder === "." || name.startsWith(`${folder}/`);

const linkLine = (title: string, target: string): string =>
  `- [${escapeMarkdown(title, "link-text")}](${escapeMarkdown(target, "destination")})`;
