import type { LocatedData, Path } from "#data/index.ts";
import type { Location } from "#model/location.ts";
import type { Prose } from "#model/prose.ts";

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

/** The value under `key`, if the node is an object or a list that has one. */
export function child(node: Node | undefined, key: string | number): Node | undefined {
  if (node === undefined || typeof node.value !== "object" || node.value === null) return undefined;
  if (!Object.hasOwn(node.value, key)) return undefined;
  const value = (node.value as Readonly<Record<string | number, unknown>>)[key];
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
  const value = child(node, key)?.value;
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}

export const flagOf = (node: Node | undefined, key: string): boolean =>
  child(node, key)?.value === true;

export const textsOf = (node: Node | undefined): readonly string[] =>
  elementsOf(node).flatMap(({ value }) => (typeof value === "string" ? [value] : []));

export function pathOf(node: Node): Path {
  const path: (string | number)[] = [];
  for (let at: Node | undefined = node; at?.key !== undefined; at = at.parent) path.push(at.key);
  return path.reverse();
}

const escapePart = (part: string | number): string =>
  String(part).replaceAll("~", "~0").replaceAll("/", "~1");

/** The JSON pointer: `/paths/~1pets/get`, empty for a whole file. */
export const pointerTo = (path: Path): string =>
  path.map((part) => `/${escapePart(part)}`).join("");

export const pointerOf = (node: Node): string => pointerTo(pathOf(node));

/** Identifies a node over all files of a project. */
export const addressOf = (node: Node): string => `${node.data.file}#${pointerOf(node)}`;

/** Where its value stands. */
export const locationOf = (node: Node): Location => node.data.locate(pathOf(node));

/** Where its key stands, which is what people look for. */
export const keyLocationOf = (node: Node): Location =>
  node.key === undefined ? node.data.locate([]) : node.data.locateKey(pathOf(node));

/** A non-empty text under `key`, as somebody's Markdown. */
export function proseOf(node: Node | undefined, key: string): Prose | undefined {
  const found = child(node, key);
  if (typeof found?.value !== "string" || found.value.trim() === "") return undefined;
  return { text: found.value, location: found.data.locateText(pathOf(found)).location };
}
