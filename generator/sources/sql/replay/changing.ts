import type { CatalogueObject } from "../catalogue/catalogue.ts";
import type { Grant } from "../catalogue/entry.ts";
import { describe } from "../facts/describe.ts";
import { type Context, markChanged } from "./context.ts";

/** Longer texts (bodies, queries) are not quoted in a history. */
const quotable = 200;

/** Values as they are: they are printed only when they differ. */
type Attributes = ReadonlyMap<string, unknown>;

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
    const changes = compare(before[at] ?? new Map(), attributesOf(object), context.text);
    if (origin) object.record.push(...changes.map((change) => ({ ...change, origin })));
  });
  return result;
}

/** Where an object lies or belongs to is part of its name. */
const placement: ReadonlySet<string> = new Set(["table", "position"]);

/** Attributes as pages show them, with the names and comments that stand beside them. */
function attributesOf(object: CatalogueObject): Attributes {
  const attributes = new Map<string, unknown>([
    ["name", object.name],
    ["comment", object.description?.prose.text ?? ""],
  ]);
  for (const [key, value] of Object.entries(describe(object).attributes) as [string, unknown][]) {
    // A list may be the catalogue's own, which the statement changes in its place.
    if (!placement.has(key)) attributes.set(key, Array.isArray(value) ? value.slice() : value);
  }
  attributes.set("grants", "grants" in object ? (object.grants ?? []).map(printGrant) : []);
  if (!("constraints" in object)) return attributes;
  for (const list of members) {
    const names = object[list].map(({ name }) => name);
    attributes.set(list, names);
  }
  return attributes;
}

/** What comes and goes with a table without being an attribute of it. */
const members = ["constraints", "indexes", "triggers", "policies", "rules"] as const;

const isSame = (before: unknown, after: unknown): boolean =>
  before === after ||
  (Array.isArray(before) &&
    Array.isArray(after) &&
    before.length === after.length &&
    before.every((each, at) => each === after[at]));

const printed = (value: unknown): string | readonly string[] =>
  Array.isArray(value) ? value.map(printOne) : printOne(value);

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
  const differing = (attribute: string) => !isSame(before.get(attribute), after.get(attribute));
  const changed = [...before.keys()].filter(differing);
  const made = [...after.keys()].filter((key) => !before.has(key));
  return [...changed, ...made].flatMap((attribute) => {
    const [was, is] = [printed(before.get(attribute)), printed(after.get(attribute))];
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
