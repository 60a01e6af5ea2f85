import type { AttributeChange, Effect, SchemaChange, SchemaObject } from "#model/schema/change.ts";
import type { Grant, Owned } from "#model/recorded.ts";
import { effectOf, effectOfAttribute } from "./effects.ts";
import { type Match, matchObjects } from "./match-objects.ts";
import { sameValue } from "./same-text.ts";
import { sameType } from "./widening.ts";

/** Whether two texts of SQL say the same to PostgreSQL, as far as its parser can tell. */
export type SameSql = (attribute: string, before: string, after: string) => boolean;

/**
 * What became of every object between two versions of a schema, in the order of kinds and names.
 * Both are compared as they are written, white space and case aside; `sameSql` tells which texts
 * are only written in another way.
 */
export function compareSchemas(
  before: readonly SchemaObject[],
  after: readonly SchemaObject[],
  sameSql: SameSql = () => false,
): readonly SchemaChange[] {
  const matches = matchObjects(before, after);
  const context = { owners: ownersOf(matches), sameSql };
  return matches
    .flatMap((match) => describeMatch(match, context))
    .sort((a, b) => compareText(a.kind, b.kind) || compareText(a.name, b.name));
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const ownerKinds: ReadonlySet<string> = new Set([
  "namespace",
  "table",
  "view",
  "materialized-view",
]);

/** Tables and schemas that came, went, or have another name: what lies in them follows. */
interface Owners {
  readonly added: ReadonlySet<string>;
  readonly removed: ReadonlySet<string>;
  readonly renamed: ReadonlyMap<string, string>;
}

function ownersOf(matches: readonly Match[]): Owners {
  const owners = matches.filter(({ before, after }) =>
    ownerKinds.has((before ?? after)?.kind ?? ""),
  );
  const only = (side: "before" | "after", other: "before" | "after") =>
    new Set(owners.flatMap((match) => (match[other] ? [] : (match[side]?.name ?? []))));
  const renamed = owners.flatMap(({ before, after }) =>
    before && after && before.name !== after.name ? [[before.name, after.name] as const] : [],
  );
  return {
    added: only("after", "before"),
    removed: only("before", "after"),
    renamed: new Map(renamed),
  };
}

interface Comparing {
  readonly owners: Owners;
  readonly sameSql: SameSql;
}

function describeMatch({ before, after }: Match, context: Comparing): readonly SchemaChange[] {
  const { added, removed } = context.owners;
  if (before && after) return changeOf(before, after, context);
  if (after) return [arrival("added", after, added)];
  return before ? [arrival("removed", before, removed)] : [];
}

/** What comes or goes with its table is no event of its own. */
function arrival(
  change: "added" | "removed",
  object: SchemaObject,
  owners: ReadonlySet<string>,
): SchemaChange {
  const { owner } = object;
  const isPart = owner !== undefined && owners.has(owner) && !isIndependent(object);
  return {
    change,
    ...shown(object),
    attributes: [],
    effect: isPart && change === "added" ? "compatible" : effectOf(change, object),
    ...(isPart && { with: owner }),
  };
}

/** A new table in a new schema is worth a line; a column of a new table is not. */
const isIndependent = ({ kind }: SchemaObject): boolean =>
  ["table", "view", "materialized-view", "function", "type", "sequence"].includes(kind);

const shown = ({ kind, id, name, location }: SchemaObject) => ({ kind, id, name, location });

function changeOf(
  before: SchemaObject,
  after: SchemaObject,
  { owners, sameSql }: Comparing,
): readonly SchemaChange[] {
  const attributes = changedAttributes(before, after, sameSql);
  const isRenamed = before.name !== after.name && !follows(before, after, owners);
  const isOverload = after.kind === "function" && bare(before.name) === bare(after.name);
  if (attributes.length === 0 && !isRenamed) return [];
  const renamed = isRenamed && !isOverload;
  const effects = attributes.map(({ effect }) => effect);
  return [
    {
      change: renamed ? "renamed" : "changed",
      ...shown(after),
      ...(isRenamed && { formerName: before.name }),
      attributes,
      effect: worst(renamed ? [...effects, effectOf("renamed", after)] : effects),
    },
  ];
}

const bare = (name: string): string => name.replace(/\(.*$/s, "");

/** The same name in a table or schema that has a new one. */
const follows = (before: SchemaObject, after: SchemaObject, { renamed }: Owners): boolean =>
  before.localName === after.localName &&
  (before.owner === after.owner || renamed.get(before.owner ?? "") === after.owner);

function worst(effects: readonly Effect[]): Effect {
  if (effects.includes("breaking")) return "breaking";
  if (effects.includes("unclassified")) return "unclassified";
  return effects.includes("compatible") ? "compatible" : "spelling";
}

/** Where an object lies is its name; what it holds, and how it came to be, are told elsewhere. */
const derived: ReadonlySet<string> = new Set([
  "changes",
  "columns",
  "namespace",
  "parent",
  "position",
  "table",
]);
const ownColumns: ReadonlySet<string> = new Set(["constraint"]);

function changedAttributes(
  before: SchemaObject,
  after: SchemaObject,
  sameSql: SameSql,
): readonly AttributeChange[] {
  const [from, to] = [entriesOf(before), entriesOf(after)];
  const names = [...new Set([...from.keys(), ...to.keys()])].sort(compareText);
  return names.flatMap((name) => {
    if (derived.has(name) && !(name === "columns" && ownColumns.has(after.kind))) return [];
    const value = { before: from.get(name), after: to.get(name), object: after };
    if (sameValue(name, value.before, value.after) || isSameType(name, value)) return [];
    const { before: was, after: is } = value;
    const isSpelling = typeof was === "string" && typeof is === "string" && sameSql(name, was, is);
    const effect = isSpelling ? "spelling" : effectOfAttribute(name, value);
    return [{ name, ...printed(value), effect }];
  });
}

const isSameType = (
  name: string,
  { before, after }: Readonly<Record<"before" | "after", unknown>>,
) =>
  name === "type" && typeof before === "string" && typeof after === "string"
    ? sameType(before, after)
    : false;

function entriesOf({ attributes }: SchemaObject): ReadonlyMap<string, unknown> {
  const { grants, owner, ...rest } = attributes as Owned;
  const rights = grantsOf(grants ?? [], owner);
  return new Map<string, unknown>([
    ...Object.entries(rest),
    ...(owner === undefined ? [] : [["owner", owner] as const]),
    ...(rights.length === 0 ? [] : [["grants", rights] as const]),
  ]);
}

/** One right each, wherever it was given; an owner has them all in any case. */
const grantsOf = (grants: readonly Grant[], owner: string | undefined): readonly string[] =>
  grants
    .filter(({ role }) => role !== owner)
    .flatMap(({ role, privileges, columns = [] }) =>
      privileges.map((each) => `${role}: ${[each, ...columns].join(" ")}`),
    )
    .sort();

/** Longer texts (bodies, queries) are on their own pages; here it only counts that they differ. */
const longest = 200;

function printed({ before, after }: { before: unknown; after: unknown }) {
  const [from, to] = [printValue(before), printValue(after)];
  return {
    ...(from !== undefined && { before: from }),
    ...(to !== undefined && { after: to }),
  };
}

function printValue(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  const text = Array.isArray(value) ? value.map(printPart).join(", ") : printPart(value);
  return text.length > longest || text.includes("\n") ? undefined : text;
}

/** An argument as it is declared; everything else as JSON would say it. */
function printPart(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value !== "object" || value === null) return String(value);
  const { mode, name, type, ...rest } = value as Readonly<Partial<Record<string, string>>>;
  if (type === undefined) return JSON.stringify(value);
  const start = rest["default"] === undefined ? "" : ` DEFAULT ${rest["default"]}`;
  return `${mode === "in" || mode === undefined ? "" : `${mode} `}${name ? `${name} ` : ""}${type}${start}`;
}
