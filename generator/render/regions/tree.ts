import { fence } from "#markdown/index.ts";
import type { RegionKind } from "./region.ts";

/** The folders and files of the repository, down to a depth. */
export const treeRegion: RegionKind = {
  options: ["path", "depth"],
  of: "repository",
  make: ({ region: { options }, sources: { tracked } }) => {
    const { depth = "2", path = "." } = options;
    if (!/^[1-9]\d?$/.test(depth)) return { impossible: "no-number", option: "depth" };
    if (tracked === undefined) return "kept";
    const folder = path.replace(/^\.\/|\/+$/g, "");
    const prefix = folder === "." || folder === "" ? "" : `${folder}/`;
    const inside = tracked.filter((file) => file.startsWith(prefix));
    if (inside.length === 0) return { impossible: "no-such-part", option: "path" };
    const text = treeText(
      inside.map((file) => file.slice(prefix.length)),
      Number(depth),
    );
    return { lines: fence(text, "text").trimEnd().split("\n") };
  },
};

/** One line for each name, folders before files, what is inside set in. */
function treeText(files: readonly string[], depth: number, indent = ""): string {
  const isFile = (path: string): boolean => !path.includes("/");
  const folders = Map.groupBy(
    files.filter((path) => !isFile(path)),
    (path) => path.slice(0, path.indexOf("/")),
  );
  const below = [...folders].map(([folder, paths]) => {
    const inner =
      depth > 1
        ? treeText(
            paths.map((path) => path.slice(folder.length + 1)),
            depth - 1,
            `${indent}  `,
          )
        : "";
    return `${indent}${folder}/\n${inner}`;
  });
  return (
    below.join("") +
    files
      .filter(isFile)
      .map((name) => `${indent}${name}\n`)
      .join("")
  );
}
