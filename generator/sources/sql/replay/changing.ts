import type { CatalogueObject } from "../catalogue/catalogue.ts";
import type { Grant } from "../catalogue/entry.ts";
import { describe } from "../facts/describe.ts";
import { type Context, markChanged } from "./context.ts";

/** Longer texts (bodies, queries) are not quoted in a history. */
const quotable = 200;

type Attributes = ReadonlyMap<string, string | readonly string[]>;

/** Does something to objects, and notes on each what that changed and where. */
export function changing<Value>(
  context: Context,
  objects: readonly CatalogueObject[],
  act: () => Value,
): Value {
  const before = objects.map(attributesOf);
  const isRename = /\brename\b/i.test(context.text);
  const result = act();
  objects.forEach((object, at) => {
    if (object.dropped === true) return;
    markChanged(object, context);
    const origin = object.changes.at(-1);
    const changes = compare(before[at] ?? new Map(), attributesOf(object), isRename);
    if (origin) object.record.push(...changes.map((change) => ({ ...change, origin })));
  });
  return result;
}

/** Where an object lies or belongs to is part of its name. */
const placement: ReadonlySet<string> = new Set(["table", "position"]);

/** Attributes as pages show them, with the names and comments that stand beside them. */
function attributesOf(object: CatalogueObject): Attributes {
  const shown = Object.entries(describe(object).attributes)
    .filter(([key]) => !placement.has(key) && key !== "grants")
    .map(([key, value]) => [key, printed(value)] as const);
  const grants = "grants" in object ? (object.grants ?? []) : [];
  return new Map<string, string | readonly string[]>([
    ["name", object.name],
    ["comment", object.description?.prose.text ?? ""],
    ...shown,
    ["grants", grants.map(printGrant)],
    ...membersOf(object),
  ]);
}

/** What comes and goes with a table without being an attribute of it. */
function membersOf(object: CatalogueObject): readonly (readonly [string, readonly string[]])[] {
  if (!("constraints" in object)) return [];
  const lists = ["constraints", "indexes", "triggers", "policies", "rules"] as const;
  return lists.map((list) => [list, object[list].map(({ name }) => name)]);
}

function printed(value: unknown): string | readonly string[] {
  if (Array.isArray(value)) return value.map(printOne);
  return printOne(value);
}

const printOne = (value: unknown): string =>
  typeof value === "string" ? value : value === undefined ? "" : JSON.stringify(value);

const printGrant = ({ role, column, privileges }: Grant): string =>
  `${role}: ${privileges.join(", ")}${column === undefined ? "" : ` (${column})`}`;

interface Change {
  readonly attribute: string;
  readonly before?: string;
  readonly after?: string;
}

function compare(before: Attributes, after: Attributes, isRename: boolean): readonly Change[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((attribute) => {
    const [was, is] = [before.get(attribute) ?? "", after.get(attribute) ?? ""];
    if (typeof was === "string" && typeof is === "string") {
      return was === is ? [] : [changeOf(attribute, was, is)];
    }
    const [gone, added] = difference([was].flat(), [is].flat());
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
