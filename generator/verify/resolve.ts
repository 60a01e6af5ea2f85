import { suggest } from "#diagnostics/index.ts";
import { basename, dirname, normalize, relative } from "node:path/posix";
import type { Destinations } from "./destinations.ts";
import type { Destination, LinkDefect } from "./document.ts";

/** What a link turned out to be. */
export type Resolution =
  | { readonly to: Destination }
  /** An anchor of the page itself. */
  | { readonly own: string }
  | { readonly external: true }
  | Defective;

/** A link that is wrong; the file and the anchor that it asks for, when they can be told. */
export interface Defective {
  readonly defect: LinkDefect;
  readonly path?: string;
  readonly fragment?: string;
}

/** Browsers drop these inside a URL, so that `java\nscript:` is a scheme, and these at its ends. */
const dropped = /[\t\n\r]/g;
const stripped = /^[\u0000- ]+|[\u0000- ]+$/g;
const scheme = /^([a-z][a-z0-9+.-]*):/i;
const external = /^(?:https?:|mailto:|tel:|data:image\/)/i;

/** Finds out where a link of the page at `from` leads. It never throws. */
export function resolve(url: string, from: string, destinations: Destinations): Resolution {
  const written = url.replace(stripped, "").replace(dropped, "");
  if (written === "" || written === "#") return { defect: "verify/empty-link" };
  if (external.test(written)) return { external: true };
  if (scheme.test(written)) return { defect: "verify/refused-scheme" };
  if (written.startsWith("/")) return { defect: "verify/leaves-output" };
  const [path, fragment] = splitUrl(written).map(decode);
  if (path === undefined || fragment === undefined) return { defect: "verify/malformed-encoding" };
  if (path === "") return defectOf(from, fragment, destinations) ?? { own: fragment };
  return locate(joinPath(from, path), fragment, destinations);
}

/** The path without its query, and the fragment without a text fragment (`:~:text=…`). */
function splitUrl(url: string): readonly [string, string] {
  const hash = url.indexOf("#");
  const way = hash < 0 ? url : url.slice(0, hash);
  const query = way.indexOf("?");
  const fragment = hash < 0 ? "" : url.slice(hash + 1).replace(/:~:.*$/s, "");
  return [query < 0 ? way : way.slice(0, query), fragment];
}

function decode(text: string): string | undefined {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

const joinPath = (from: string, way: string): string =>
  normalize(`${from.slice(0, from.lastIndexOf("/") + 1)}${way}`);

function locate(target: string, fragment: string, destinations: Destinations): Resolution {
  const path = target.endsWith("/") ? target + destinations.entryName : target;
  if (destinations.beside?.has(path)) return { external: true };
  return defectOf(path, fragment, destinations) ?? { to: destinations.at(path, fragment) };
}

function defectOf(path: string, fragment: string, to: Destinations): Defective | undefined {
  if (!path.startsWith(to.root)) return { defect: "verify/leaves-output" };
  if (!to.files.has(path)) return { defect: missingFile(path, to.files), path, fragment };
  const anchors = fragment === "" ? undefined : to.anchorsOf(path);
  if (anchors === undefined || anchors.has(fragment) || fragment === "top") return undefined;
  const isCase = [...anchors].some((anchor) => anchor.toLowerCase() === fragment.toLowerCase());
  const defect = isCase ? "verify/wrong-case-anchor" : "verify/missing-anchor";
  return { defect, path, fragment };
}

const foldedPaths = new WeakMap<object, { cases: Set<string>; forms: Set<string> }>();

function missingFile(path: string, files: Destinations["files"]): LinkDefect {
  const folded = foldedPaths.get(files) ?? {
    cases: new Set([...files].map((each) => each.toLowerCase())),
    forms: new Set([...files].map((each) => each.normalize("NFC"))),
  };
  foldedPaths.set(files, folded);
  if (folded.forms.has(path.normalize("NFC"))) return "verify/other-unicode-form";
  return folded.cases.has(path.toLowerCase()) ? "verify/wrong-case" : "verify/missing-target";
}

/** What a broken link of the page at `from` could be instead, as it would be written there. */
export function suggestLinks(
  { path, fragment = "" }: { readonly path?: string; readonly fragment?: string },
  from: string,
  { files, entryName, anchorsOf }: Destinations,
): readonly string[] {
  if (path === undefined) return [];
  const anchors = anchorsOf(path);
  if (files.has(path)) {
    const way = path === from ? "" : relativeWay(from, path);
    return suggest(fragment, anchors ?? []).map((anchor) => `${way}#${anchor}`);
  }
  const near = [...files].filter(isNear(path, entryName)).slice(0, 3);
  const likely = near.length > 0 ? near : suggest(path, files);
  return likely.map((each) => relativeWay(from, each));
}

/** A file of that name in another folder; for a folder, what lies in it. */
function isNear(path: string, entryName: string): (file: string) => boolean {
  const name = basename(path);
  const folder = `${dirname(path)}/`;
  return name === entryName ? (file) => file.startsWith(folder) : (file) => basename(file) === name;
}

const relativeWay = (from: string, to: string): string => relative(dirname(from), to);
