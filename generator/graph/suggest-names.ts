import { suggest } from "#diagnostics/index.ts";
import type { Link } from "#model/graph.ts";
import type { ItemId } from "#model/item.ts";
import type { NameIndex } from "#model/names.ts";
import { basename, dirname, extname, relative } from "node:path/posix";

/** Names like the one that leads nowhere, as they would be written there; parts of a page alike. */
export function suggestNames(link: Link, { items, byName }: NameIndex): readonly string[] {
  const { to, written } = link;
  const [name = "", anchor] = to.split("#", 2);
  const page = items.get(name as ItemId);
  if (page?.kind === "page" && anchor !== undefined) {
    const before = (written ?? to).split("#", 1)[0] ?? "";
    const near = suggest(anchor, page.attributes.anchors);
    return near.map((each) => `${before}#${written === undefined ? each : encode(each)}`);
  }
  if (written === undefined) return suggest(to, to.includes(":") ? items.keys() : byName.keys());
  const files = [...items.values()].flatMap(({ kind, location }) =>
    kind === "page" || kind === "asset" ? [location.file] : [],
  );
  const { file } = link.location;
  const others = files.filter((each) => each !== file);
  return nearFiles(pathOf(link), others).map((each) => encode(relative(dirname(file), each)));
}

/** Where the file would lie that a link is to. */
const pathOf = ({ to, written = "" }: Link): string => {
  const path = to.replace(/^[a-z]+:|#.*$/gs, "");
  return to.startsWith("page:") ? path + (/\.\w+(?=[?#]|$)/.exec(written)?.[0] ?? ".md") : path;
};

/** Files of that name elsewhere; else files with a like name in that folder. */
function nearFiles(path: string, files: readonly string[]): readonly string[] {
  const name = basename(path).toLowerCase();
  const namesakes = files.filter((file) => basename(file).toLowerCase() === name);
  if (namesakes.length > 0) return namesakes.slice(0, 3);
  const neighbours = files.filter((file) => dirname(file) === dirname(path));
  const near = suggest(stemOf(path), neighbours.map(stemOf));
  return near.flatMap((stem) => neighbours.filter((file) => stemOf(file) === stem)).slice(0, 3);
}

/** Every page has the same ending: it makes no name like another. */
const stemOf = (file: string): string => basename(file, extname(file));

// Letters with accents stay readable; what ends a link's address is encoded.
const encode = (text: string): string =>
  text.replace(
    /[\s%<>()[\]\\"'`]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  );
