import { createHash } from "node:crypto";
import type { Link } from "../graph.ts";
import type { Item } from "../item.ts";
import type { FieldDigests } from "./lock.ts";
import type { TraceType } from "./policy.ts";

/**
 * JSON with sorted keys: neither their order nor the layout of a file is part of what is said.
 *
 * @trace P6
 */
export const sortedJson = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** What a type says when nobody declares its normative fields. */
const defaultFields: readonly string[] = ["title", "statement", "acceptance", "needs"];

/** Of code the declaration counts, not what is written about it. */
const fieldsOfKind: Readonly<Partial<Record<Item["kind"], readonly string[]>>> = {
  symbol: ["signature"],
  test: ["title"],
  function: ["arguments", "returns", "body"],
  view: ["query"],
  "materialized-view": ["query"],
  page: ["title"],
};

/** The names of the fields by which an item is judged to have changed. */
export const normativeFields = (item: Item, type?: TraceType): readonly string[] =>
  type?.normative ?? fieldsOfKind[item.kind] ?? defaultFields;

const ownField = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;

/** A field by its name: of the item itself, of its attributes, or of what else its file says of it. */
export function fieldOf(item: Item, name: string): unknown {
  if (name === "id" || name === "title" || name === "kind") return item[name];
  if (name === "description") return item.description?.text;
  if (name === "type") return typeOf(item);
  return ownField(item.attributes, name) ?? ownField(ownField(item.attributes, "fields"), name);
}

/** What tracing calls its type: the `type` of a requirement, else the kind. */
export const typeOf = (item: Item): string =>
  item.kind === "requirement" ? (item.attributes.type ?? item.kind) : item.kind;

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** A short digest of each normative field that the item has. Ids are left out: they may move. */
export function fieldDigests(item: Item, type?: TraceType): FieldDigests {
  const digests: Record<string, string> = {};
  for (const name of normativeFields(item, type)) {
    const value = fieldOf(item, name);
    if (value === undefined) continue;
    digests[name] = sha256(sortedJson([typeOf(item), name, value])).slice(0, 16);
  }
  return digests;
}

/** The digest of all normative fields together: of canonical JSON, so that no two texts run together. */
export function itemDigest(item: Item, type?: TraceType): string {
  const fields = normativeFields(item, type).flatMap((name) => {
    const value = fieldOf(item, name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return sha256(sortedJson({ type: typeOf(item), fields: Object.fromEntries(fields) }));
}

/** What `rastro accept` takes for a link: short, and the same as long as its ends and role are. */
export const linkKey = (link: Link): string => sha256(linkName(link)).slice(0, 10);

/** The ends and the role of a link, as one text. */
export const linkName = ({ from, role, declaredRole, to, target }: Link): string =>
  JSON.stringify([from, declaredRole ?? role, target ?? to]);
