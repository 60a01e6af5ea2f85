import type { LocatedData, Path } from "#data/index.ts";
import type { Location } from "#model/location.ts";
import type { Prose } from "#model/pages/prose.ts";

/** A value in a document and the way to it; its place is looked up only when somebody asks. */
export interface Node {
  readonly data: LocatedData;
  readonly value: unknown;
  readonly parent?: Node;
  readonly key?: string | number;
}

export const rootOf = (data: LocatedData): Node => ({ data, value: data.value });

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What stands under `key` in an object or a list; undefined when nothing does. */
export function valueOf(node: Node | undefined, key: string | number): unknown {
  if (node === undefined || typeof node.value !== "object" || node.value === null) return undefined;
  const value = (node.value as Readonly<Record<string | number, unknown>>)[key];
  // Data has no functions: one is what every object inherits, as its prototype is.
  if (value === undefined || (typeof value !== "function" && key !== "__proto__")) return value;
  return Object.hasOwn(node.value, key) ? value : undefined;
}

/** The value under `key`, if the node is an object or a list that has one. */
export function child(node: Node | undefined, key: string | number): Node | undefined {
  const value = valueOf(node, key);
  if (node === undefined || value === undefined) return undefined;
  return { data: node.data, value, parent: node, key };
}

/** The fields of an object, in their order; none of anything else. */
export function fieldsOf(node: Node | undefined): readonly (readonly [string, Node])[] {
  if (node === undefined || !isObject(node.value)) return [];
  return Object.entries(node.value).map(
    ([key, value]) => [key, { data: node.data, value, parent: node, key }] as const,
  );
}

/** The elements of a list; none of anything else. */
export function elementsOf(node: Node | undefined): readonly Node[] {
  if (node === undefined || !Array.isArray(node.value)) return [];
  return node.value.map((value: unknown, key) => ({ data: node.data, value, parent: node, key }));
}

/** A number or boolean where a text is expected is read as what it looks like. */
export function textOf(node: Node | undefined, key: string | number): string | undefined {
  const value = valueOf(node, key);
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}

export const flagOf = (node: Node | undefined, key: string): boolean => valueOf(node, key) === true;

export const textsOf = (node: Node | undefined): readonly string[] =>
  elementsOf(node).flatMap(({ value }) => (typeof value === "string" ? [value] : []));

export function pathOf(node: Node): Path {
  const path: (string | number)[] = [];
  for (let at: Node | undefined = node; at?.key !== undefined; at = at.parent) path.push(at.key);
  return path.reverse();
}

const escapePart = (part: string | number): string =>
  typeof part === "number" || !/[~/]/.test(part)
    ? String(part)
    : part.replaceAll("~", "~0").replaceAll("/", "~1");

/** The JSON pointer: `/paths/~1pets/get`, empty for a whole file. */
export const pointerTo = (path: Path): string =>
  path.map((part) => `/${escapePart(part)}`).join("");

export const pointerOf = (node: Node): string => pointerTo(pathOf(node));

/** Identifies a node over all files of a project. */
export function addressOf(node: Node): string {
  const address = addresses.get(node) ?? `${node.data.file}#${pointerOf(node)}`;
  addresses.set(node, address);
  return address;
}

/** What many references lead to is one node, whose address is asked for by each of them. */
const addresses = new WeakMap<Node, string>();

/** Where its value stands. */
export const locationOf = (node: Node): Location => node.data.locate(pathOf(node));

/** Where its key stands, which is what people look for. */
export const keyLocationOf = (node: Node): Location =>
  node.key === undefined ? node.data.locate([]) : node.data.locateKey(pathOf(node));

/** A non-empty text under `key`, as somebody's Markdown. */
export function proseOf(node: Node | undefined, key: string): Prose | undefined {
  const text = valueOf(node, key);
  if (typeof text !== "string" || text.trim() === "") return undefined;
  const found = child(node, key);
  return found && { text, location: found.data.locateText(pathOf(found)).location };
}
