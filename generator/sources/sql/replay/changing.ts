import type { CatalogueObject } from "../catalogue/catalogue.ts";
import type { Grant } from "../catalogue/entry.ts";
import { describe } from "../facts/describe.ts";
import { type Context, markChanged } from "./context.ts";

/** Longer texts (bodies, queries) are not quoted in a history. */
const quotable = 200;

/** Values as they are: they are printed only when they differ. */
type Attributes = Readonly<Record<string, unknown>>;

/** Does something to objects, and notes on each what that changed and where. */
export function changing<Value>(
  context: Context,
  objects: readonly CatalogueObject[],
  act: () => Value,
): Value {
  const before = objects.map(attributesOf);
  const result = act();
  objects.forEach((object, at) => {
    if (object.dropped === true) return;
    markChanged(object, context);
    const origin = object.changes.at(-1);
    const changes = compare(before[at] ?? {}, attributesOf(object), context.text);
    if (origin) for (const change of changes) object.record.push({ ...change, origin });
  });
  return result;
}

/** Where an object lies or belongs to is part of its name. */
const placement: ReadonlySet<string> = new Set(["table", "position"]);

/** Attributes as pages show them, with the names and comments that stand beside them. */
function attributesOf(object: CatalogueObject): Attributes {
  const attributes: Record<string, unknown> = {
    name: object.name,
    comment: object.description?.prose.text ?? "",
  };
  for (const [key, value] of Object.entries(describe(object).attributes) as [string, unknown][]) {
    // A list may be the catalogue's own, which the statement changes in its place.
    if (!placement.has(key)) attributes[key] = Array.isArray(value) ? value.slice() : value;
  }
  // Lists of rights are replaced, never changed.
  attributes["grants"] = ("grants" in object ? object.grants : undefined) ?? noGrants;
  if ("constraints" in object) {
    for (const list of members) attributes[list] = object[list].map(nameOf);
  }
  return attributes;
}

const noGrants: readonly Grant[] = [];

const nameOf = ({ name }: { readonly name: string }): string => name;

/** What comes and goes with a table without being an attribute of it. */
const members = ["constraints", "indexes", "triggers", "policies", "rules"] as const;

const isSame = (before: unknown, after: unknown): boolean =>
  before === after ||
  (Array.isArray(before) &&
    Array.isArray(after) &&
    before.length === after.length &&
    before.every((each, at) => each === after[at]));

const printed = (attribute: string, value: unknown): string | readonly string[] => {
  if (attribute === "grants") return ((value ?? noGrants) as readonly Grant[]).map(printGrant);
  return Array.isArray(value) ? value.map(printOne) : printOne(value);
};

const printOne = (value: unknown): string =>
  typeof value === "string" ? value : value === undefined ? "" : JSON.stringify(value);

const printGrant = ({ role, column, privileges }: Grant): string =>
  `${role}: ${privileges.join(", ")}${column === undefined ? "" : ` (${column})`}`;

interface Change {
  readonly attribute: string;
  readonly before?: string;
  readonly after?: string;
}

/** Most attributes are as they were: only the others are compared in earnest. */
function compare(before: Attributes, after: Attributes, statement: string): readonly Change[] {
  const keys = [...Object.keys(before), ...Object.keys(after).filter((key) => !(key in before))];
  const changed = keys.filter((attribute) => !isSame(before[attribute], after[attribute]));
  return changed.flatMap((attribute) => {
    const was = printed(attribute, before[attribute]);
    const is = printed(attribute, after[attribute]);
    if (typeof was === "string" && typeof is === "string") {
      return was === is ? [] : [changeOf(attribute, was, is)];
    }
    const [gone, added] = difference([was].flat(), [is].flat());
    const isRename = /\brename\b/i.test(statement);
    return listChanges(singular[attribute] ?? attribute, { gone, added }, isRename);
  });
}

/** What is gone from a list, and what is new in it. */
function difference(before: readonly string[], after: readonly string[]) {
  const gone = before.filter((each) => each !== "" && !after.includes(each));
  const added = after.filter((each) => each !== "" && !before.includes(each));
  return [gone, added] as const;
}

interface Difference {
  readonly gone: readonly string[];
  readonly added: readonly string[];
}

/** A rename makes one of what is gone and what is new. */
function listChanges(
  attribute: string,
  { gone, added }: Difference,
  isRename: boolean,
): readonly Change[] {
  if (isRename && gone.length === added.length) {
    return gone.map((each, at) => changeOf(attribute, each, added[at] ?? ""));
  }
  return [
    ...gone.map((each) => changeOf(attribute, each, "")),
    ...added.map((each) => changeOf(attribute, "", each)),
  ];
}

const singular: Readonly<Partial<Record<string, string>>> = {
  columns: "column",
  constraints: "constraint",
  indexes: "index",
  triggers: "trigger",
  policies: "policy",
  rules: "rule",
  grants: "grant",
  labels: "label",
  options: "option",
  settings: "setting",
  arguments: "argument",
  roles: "role",
  tables: "table",
};

function changeOf(attribute: string, before: string, after: string): Change {
  const isQuotable = Math.max(before.length, after.length) <= quotable;
  return {
    attribute,
    ...(isQuotable && before !== "" && { before }),
    ...(isQuotable && after !== "" && { after }),
  };
}
