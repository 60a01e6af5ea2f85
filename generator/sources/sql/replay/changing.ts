import type { CatalogueObject } from "../catalogue/catalogue.ts";
import type { Grant } from "../catalogue/entry.ts";
import { describe } from "../facts/describe.ts";
import { placeOf } from "../facts/describe-rights.ts";
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
  const before = objects.map(snapshotOf);
  const result = act();
  objects.forEach((object, at) => {
    if (object.dropped === true) return;
    markChanged(object, context);
    const origin = object.changes.at(-1);
    const was = before[at];
    if (origin === undefined || was === undefined) return;
    const changes = changesSince(was, object, context.text);
    if (changes.length === 0) return;
    const place = placeOf(origin);
    for (const { attribute, ...values } of changes) {
      object.record.push({ attribute, ...place, ...values });
    }
  });
  return result;
}

/** An object as it was: copies of its own values, which cost less than what pages show of them. */
interface Snapshot {
  readonly object: CatalogueObject;
  readonly members: Members | undefined;
}

/** What comes and goes with a relation, by name. */
type Members = Readonly<
  Record<
    "columns" | "constraints" | "indexes" | "triggers" | "policies" | "rules",
    readonly string[]
  >
>;

/** What pages do not show of an object, or show by the names of its members. */
const passedOver: ReadonlySet<string> = new Set([
  ...["created", "changes", "record", "uses", "effects", "readsColumns"],
  ...["relation", "partitions", "children", "read", "counted", "writable"],
  ...["constraints", "indexes", "triggers", "policies", "rules"],
]);

function snapshotOf(object: CatalogueObject): Snapshot {
  const copy: Record<string, unknown> = { ...object };
  for (const key in copy) {
    const value = copy[key];
    // A list may be the catalogue's own, which the statement changes in its place; one of rights
    // is always replaced.
    if (Array.isArray(value) && key !== "grants" && !passedOver.has(key)) copy[key] = value.slice();
  }
  return { object: copy as unknown as CatalogueObject, members: membersOf(object) };
}

const membersOf = (object: CatalogueObject): Members | undefined =>
  "constraints" in object
    ? {
        columns: object.columns.map(nameOf),
        constraints: object.constraints.map(nameOf),
        indexes: object.indexes.map(nameOf),
        triggers: object.triggers.map(nameOf),
        policies: object.policies.map(nameOf),
        rules: object.rules.map(nameOf),
      }
    : undefined;

const nameOf = ({ name }: { readonly name: string }): string => name;

function changesSince(
  was: Snapshot,
  object: CatalogueObject,
  statement: string,
): readonly Change[] {
  const now = { object, members: membersOf(object) };
  const isShown = differs(was, object);
  return compare(attributesOf(was, isShown), attributesOf(now, isShown), statement);
}

/** Whether anything is different that pages show, but for what belongs to it. */
function differs({ object: before, members }: Snapshot, after: CatalogueObject): boolean {
  const [was, is] = [before, after] as unknown as readonly [Attributes, Attributes];
  const isPassedOver = (key: string) =>
    passedOver.has(key) || (key === "columns" && members !== undefined);
  for (const key in was) if (!isSame(was[key], is[key]) && !isPassedOver(key)) return true;
  for (const key in is) if (!(key in was) && !isPassedOver(key)) return true;
  return false;
}

/** Where an object lies or belongs to is part of its name; what a view lets through follows from it. */
const implied: ReadonlySet<string> = new Set(["table", "position", "writable"]);

/** Attributes as pages show them, with the names and comments that stand beside them. */
function attributesOf({ object, members }: Snapshot, isShown: boolean): Attributes {
  const attributes: Record<string, unknown> = isShown ? shownOf(object) : {};
  if (members === undefined) return attributes;
  // A partition has the columns of its parent.
  const isPartition = "partition" in object;
  return Object.assign(attributes, members, isPartition && { columns: [] });
}

function shownOf(object: CatalogueObject): Record<string, unknown> {
  const attributes: Record<string, unknown> = {
    name: object.name,
    comment: object.description?.prose.text ?? "",
  };
  const described = describe(object).attributes as Attributes;
  for (const key in described) if (!implied.has(key)) attributes[key] = described[key];
  attributes["grants"] = ("grants" in object ? object.grants : undefined) ?? noGrants;
  return attributes;
}

const noGrants: readonly Grant[] = [];

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

/** Most attributes are as they were: only the others are printed. */
function compare(before: Attributes, after: Attributes, statement: string): readonly Change[] {
  const changes: Change[] = [];
  const note = (key: string) => {
    const [was, is] = [printed(key, before[key]), printed(key, after[key])];
    if (typeof was === "string" && typeof is === "string") {
      if (was !== is) changes.push(changeOf(key, was, is));
    } else changes.push(...listChanges(singular[key] ?? key, difference(was, is), statement));
  };
  for (const key in before) if (!isSame(before[key], after[key])) note(key);
  for (const key in after) if (!(key in before)) note(key);
  return changes;
}

/** What is gone from a list, and what is new in it. */
function difference(was: string | readonly string[], is: string | readonly string[]): Difference {
  const before = typeof was === "string" ? [was] : was;
  const after = typeof is === "string" ? [is] : is;
  return {
    gone: before.filter((each) => each !== "" && !after.includes(each)),
    added: after.filter((each) => each !== "" && !before.includes(each)),
  };
}

interface Difference {
  readonly gone: readonly string[];
  readonly added: readonly string[];
}

/** A rename makes one of what is gone and what is new. */
function listChanges(
  attribute: string,
  { gone, added }: Difference,
  statement: string,
): readonly Change[] {
  if (gone.length === added.length && /\brename\b/i.test(statement)) {
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
