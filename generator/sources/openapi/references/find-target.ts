import type { LocatedData } from "#data/index.ts";
import { suggest } from "#diagnostics/index.ts";
import { posix } from "node:path";
import { child, isObject, type Node, rootOf, textOf } from "../node.ts";
import type { ProjectFiles } from "./project-files.ts";
import { findByAnchor, findByIdentifier, resourceOf } from "./resources.ts";

/** Where a `$ref` leads, or why it leads nowhere. */
export type Target =
  | { readonly status: "found"; readonly node: Node }
  /** Found from the root of the document, although an `$id` says that it begins elsewhere. */
  | { readonly status: "found from root"; readonly node: Node }
  | { readonly status: "missing"; readonly suggestions: readonly string[] }
  | { readonly status: "unreadable"; readonly file: string }
  | { readonly status: "remote" }
  | { readonly status: "outside" };

const missing = (suggestions: readonly string[] = []): Target => ({
  status: "missing",
  suggestions,
});

/** Follows one `$ref` of `from`, one step. */
export function findTarget(from: Node, ref: string, files: ProjectFiles): Target {
  const [address = "", fragment = ""] = splitOnce(ref, "#");
  if (address === "") return findFragment(from, fragment);
  const embedded = findByIdentifier(from, address);
  if (embedded) return findPointer(embedded, fragment, ref);
  if (isRemote(address)) return { status: "remote" };
  return findInFile(from, { address, fragment, ref }, files);
}

const isRemote = (address: string): boolean => /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(address);

function findInFile(
  from: Node,
  { address, fragment, ref }: { address: string; fragment: string; ref: string },
  files: ProjectFiles,
): Target {
  const file = fileOf(from, address);
  if (file === undefined || !files.isInside(file)) return { status: "outside" };
  if (!files.exists(file)) return missing(suggestFiles(file, { address, fragment }, files));
  const { value } = files.open(file);
  if (value?.value === undefined) return { status: "unreadable", file };
  return findPointer(rootOf(value), fragment, ref);
}

/** Relative to the file that names it; nothing when it begins at the root of the machine. */
function fileOf(from: Node, address: string): string | undefined {
  const written = decodePart(splitOnce(address, "?")[0] ?? address);
  if (written.startsWith("/") || written.includes("\0")) return undefined;
  const file = posix.join(posix.dirname(from.data.file), written.replaceAll("\\", "/"));
  return file === ".." || file.startsWith("../") ? undefined : file;
}

function suggestFiles(
  file: string,
  { address, fragment }: { address: string; fragment: string },
  files: ProjectFiles,
): readonly string[] {
  const folder = posix.dirname(address);
  const names = files.beside(file).map((path) => posix.basename(path));
  const rest = fragment === "" ? "" : `#${fragment}`;
  return suggest(posix.basename(file), names).map((name) => {
    const path = posix.join(folder, name);
    return `${address.startsWith("./") ? "./" : ""}${path}${rest}`;
  });
}

/** Within the same file: from the nearest `$id`, else from the root of the document. */
function findFragment(from: Node, fragment: string): Target {
  const root = rootOf(from.data);
  if (fragment !== "" && !fragment.startsWith("/")) {
    const anchored = findByAnchor(from, decodePart(fragment));
    return anchored ? { status: "found", node: anchored } : missing();
  }
  const resource = resourceOf(from);
  const nearest = resource && findPointer(resource, fragment, `#${fragment}`);
  if (nearest?.status === "found") return nearest;
  const target = findFromRoot(root, fragment);
  return resource && target.status === "found" ? { ...target, status: "found from root" } : target;
}

const found = new WeakMap<LocatedData, Map<string, Target>>();

/** Many references lead to one place, which is looked for once. */
function findFromRoot(root: Node, fragment: string): Target {
  const known = found.get(root.data) ?? new Map<string, Target>();
  found.set(root.data, known);
  const target = known.get(fragment) ?? findPointer(root, fragment, `#${fragment}`);
  known.set(fragment, target);
  return target;
}

function findPointer(root: Node, fragment: string, ref: string): Target {
  if (fragment !== "" && !fragment.startsWith("/")) {
    const anchored = findByAnchor(root, decodePart(fragment));
    return anchored ? { status: "found", node: anchored } : missing();
  }
  let node = root;
  const parts = fragment.split("/").slice(1);
  for (const [index, part] of parts.entries()) {
    const next = child(node, unescapePart(part)) ?? child(stepOver(node, root), unescapePart(part));
    if (next === undefined) return missing(suggestKeys(node, { ref, parts, index }));
    node = next;
  }
  return { status: "found", node };
}

/** A pointer may lead through an object that is itself a reference within the same file. */
function stepOver(node: Node, root: Node): Node | undefined {
  const ref = textOf(node, "$ref");
  if (ref?.startsWith("#/") !== true || node === root) return undefined;
  let target: Node | undefined = root;
  for (const part of ref.split("/").slice(1)) target = child(target, unescapePart(part));
  return target;
}

function suggestKeys(
  node: Node,
  { ref, parts, index }: { ref: string; parts: readonly string[]; index: number },
): readonly string[] {
  if (!isObject(node.value)) return [];
  const before = ref.slice(0, ref.indexOf("#"));
  return suggest(unescapePart(parts[index] ?? ""), Object.keys(node.value)).map((key) => {
    const escaped = key.replaceAll("~", "~0").replaceAll("/", "~1");
    return `${before}#/${parts.with(index, escaped).join("/")}`;
  });
}

const unescapePart = (part: string): string =>
  /[%~]/.test(part) ? decodePart(part).replaceAll("~1", "/").replaceAll("~0", "~") : part;

/** A stray `%` is taken for itself. */
function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function splitOnce(text: string, mark: string): readonly string[] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + mark.length)];
}
