import { stem } from "../stem.ts";
import type { CodeListing } from "./list-code.ts";

/** How near a module is to a file: it is the file, or an entry point of the package that has it. */
export function nearnessOf(
  root: string,
  { files, packages }: CodeListing,
): (module: string, file: string) => number {
  const sources = new Map(files.map((file) => [file.module, file]));
  const folders = new Map(packages.map(({ name, folder }) => [name, folder]));
  return (module, file) => {
    const source = sources.get(module);
    if (source === undefined || !file.startsWith(`${root}/`)) return 0;
    const path = file.slice(root.length + 1);
    if (stem(path) === stem(source.path)) return 2;
    const folder = folders.get(source.package ?? "");
    return folder !== undefined && (folder === "" || path.startsWith(`${folder}/`)) ? 1 : 0;
  };
}
