import type {
  AlterDomainStmt,
  AlterEnumStmt,
  AlterTableStmt,
  CompositeTypeStmt,
  CreateDomainStmt,
  CreateEnumStmt,
  CreateRangeStmt,
  Node,
} from "libpg-query";
import { objectKey, type UserType } from "../../catalogue/catalogue.ts";
import type { Name } from "../../catalogue/entry.ts";
import { findType } from "../../catalogue/find.ts";
import {
  elementFrom,
  everything,
  findAny,
  firstGroup,
  splitAtCommas,
  tokenFrom,
  verbatim,
  written,
} from "../../parser/clauses.ts";
import { grantByDefault } from "../access/default-privileges.ts";
import { changing } from "../changing.ts";
import { type Context, type Handlers, newSubject, report, type Verdict } from "../context.ts";
import { nameOf, printName, rangeName, stringsOf } from "../read-nodes.ts";
import { isMissing, schemaFor } from "../require.ts";

type Shape = Pick<UserType, "typeKind" | "definition" | "labels">;

export function addType(context: Context, name: Name, shape: Shape): Verdict {
  const { types } = context.session.catalogue;
  const namespace = schemaFor(context, name);
  const key = objectKey(namespace, name.name);
  // `CREATE TYPE name` alone announces what a second statement makes.
  if (types.has(key) && types.get(key)?.typeKind !== "base") {
    if (context.conditional) return "modelled";
    report(context, "sources/sql-already-exists", { name: printName(name) });
    return "not understood";
  }
  const type = { kind: "type" as const, ...newSubject(context, name.name), namespace, ...shape };
  grantByDefault(type, "types", context);
  types.set(key, type);
  return "modelled";
}

/** The type that a statement changes, or why it cannot. */
function withType(context: Context, name: Name, act: (type: UserType) => void): Verdict {
  const { catalogue, searchPath } = context.session;
  const type = findType(catalogue, name, searchPath);
  if (type !== undefined) {
    changing(context, [type], () => act(type));
    return "modelled";
  }
  if (isMissing(context, name)) {
    const args = { kind: "TYPE", name: printName(name), needed: "ALTER TYPE" };
    report(context, "sources/sql-missing-object", args);
    return "not understood";
  }
  report(context, "sources/sql-external-object", { name: printName(name) });
  return "passed over";
}

const createEnum = (node: CreateEnumStmt, context: Context): Verdict =>
  addType(context, nameOf(stringsOf(node.typeName)), {
    typeKind: "enum",
    definition: "",
    labels: [...stringsOf(node.vals)],
  });

function alterEnum(node: AlterEnumStmt, context: Context): Verdict {
  return withType(context, nameOf(stringsOf(node.typeName)), (type) => {
    if (!mayAlter(type, node, context)) return;
    type.labels = alteredLabels(type.labels, node);
    if (node.oldVal !== undefined) renameDefaults(type, node, context);
  });
}

/** A default is a value, not a text: it has the new name too. */
function renameDefaults(type: UserType, node: AlterEnumStmt, { session }: Context): void {
  const [old, made] = [quoted(node.oldVal), quoted(node.newVal)];
  for (const relation of session.catalogue.relations.values()) {
    for (const column of relation.columns) {
      const named = column.type.replace(/^.*\.|"/g, "");
      const isOfType = named === type.name || named === `${type.name}[]`;
      if (isOfType && column.default?.startsWith(old) === true)
        column.default = made + column.default.slice(old.length);
    }
  }
}

const quoted = (text = ""): string => `'${text.replaceAll("'", "''")}'`;

/** Whether the value that is named is there, and the one that is made is not. */
function mayAlter({ labels, name }: UserType, node: AlterEnumStmt, context: Context): boolean {
  const { oldVal, newVal = "", newValNeighbor, skipIfNewValExists } = node;
  const needed = oldVal ?? newValNeighbor;
  const isMissing = needed !== undefined && !labels.includes(needed);
  const isThere = labels.includes(newVal);
  if (isMissing && !context.conditional) {
    const args = { kind: "VALUE", name: `${name}.${needed}`, needed: "ALTER TYPE" };
    report(context, "sources/sql-missing-object", args);
  } else if (isThere && skipIfNewValExists !== true && !context.conditional) {
    report(context, "sources/sql-already-exists", { name: `${name}.${newVal}` });
  }
  return !isMissing && !isThere;
}

function alteredLabels(labels: readonly string[], node: AlterEnumStmt): string[] {
  const { oldVal, newVal = "", newValNeighbor, newValIsAfter } = node;
  if (oldVal !== undefined) return labels.map((each) => (each === oldVal ? newVal : each));
  if (newValNeighbor === undefined) return [...labels, newVal];
  const at = labels.indexOf(newValNeighbor) + (newValIsAfter === true ? 1 : 0);
  return labels.toSpliced(at, 0, newVal);
}

/** `CREATE DOMAIN d AS text CHECK (…)` */
function createDomain(node: CreateDomainStmt, context: Context): Verdict {
  const clauses = context.clauses();
  const from = tokenFrom(clauses, context.offset(node.typeName?.location));
  const all = everything(clauses);
  const starts = (node.constraints ?? []).flatMap((each) =>
    "Constraint" in each ? [tokenFrom(clauses, context.offset(each.Constraint.location))] : [],
  );
  const collate = findAny(clauses, ["collate"], { from, to: all.to });
  return addType(context, nameOf(stringsOf(node.domainname)), {
    typeKind: "domain",
    definition: written(clauses, { from, to: Math.min(collate, ...starts) }),
    labels: starts.map((start, at) =>
      written(clauses, { from: start, to: starts[at + 1] ?? all.to }),
    ),
  });
}

/** What a domain's constraints begin with when they have no name. */
const unnamed = { notNull: /^not null$/i, null: /^null$/i, default: /^default\b/i };

function alterDomain(node: AlterDomainStmt, context: Context): Verdict {
  return withType(context, nameOf(stringsOf(node.typeName)), (type) => {
    const change = domainChanges[node.subtype ?? ""];
    if (change !== undefined) type.labels = change(type.labels, node, context);
  });
}

type DomainChange = (labels: string[], node: AlterDomainStmt, context: Context) => string[];

const lacking = (labels: readonly string[], pattern: RegExp): string[] =>
  labels.filter((label) => !pattern.test(label));

/** By the letter of the parser: constraint added and dropped, default, and whether NULL may be. */
const domainChanges: Readonly<Partial<Record<string, DomainChange>>> = {
  C: (labels, _, context) => {
    const clauses = context.clauses();
    const from = findAny(clauses, ["constraint", "check", "not null"], everything(clauses));
    return [...labels, written(clauses, { from, to: clauses.tokens.length })];
  },
  X: (labels, { name = "", missing_ok }, context) => {
    const at = labels.findIndex((label) => constraintName(label) === name.toLowerCase());
    if (at >= 0) return labels.toSpliced(at, 1);
    if (
      missing_ok !== true &&
      !context.conditional &&
      labels.every((label) => /^constraint\b/i.test(label))
    ) {
      const args = { kind: "CONSTRAINT", name, needed: "ALTER DOMAIN" };
      report(context, "sources/sql-missing-object", args);
    }
    return labels;
  },
  V: (labels) => labels.map((label) => label.replace(/\s+not valid$/i, "")),
  O: (labels) => [...lacking(lacking(labels, unnamed.notNull), unnamed.null), "NOT NULL"],
  N: (labels) => lacking(labels, unnamed.notNull),
  T: (labels, { def }, context) => {
    const rest = lacking(labels, unnamed.default);
    if (def === undefined) return rest;
    const clauses = context.clauses();
    const from = findAny(clauses, ["default"], everything(clauses));
    return [written(clauses, { from, to: clauses.tokens.length }), ...rest];
  },
};

const constraintName = (label: string): string | undefined =>
  /^constraint\s+"?([^\s"]+)/i.exec(label)?.[1]?.toLowerCase();

function createComposite(node: CompositeTypeStmt, context: Context): Verdict {
  const clauses = context.clauses();
  const group = firstGroup(clauses, everything(clauses));
  return addType(context, rangeName(node.typevar), {
    typeKind: "composite",
    definition: "",
    labels: group ? splitAtCommas(clauses, group).map((part) => written(clauses, part)) : [],
  });
}

/** `ALTER TYPE composite ADD | DROP | ALTER ATTRIBUTE` */
export function alterComposite(node: AlterTableStmt, context: Context): Verdict {
  return withType(context, rangeName(node.relation), ({ labels }) => {
    for (const each of node.cmds ?? []) {
      if (!("AlterTableCmd" in each)) continue;
      const { name, def } = each.AlterTableCmd;
      const at = labels.findIndex((label) => label.startsWith(`${name ?? ""} `));
      const attribute = attributeText(def, context);
      if (name === undefined) labels.push(...attribute);
      else if (at >= 0) labels.splice(at, 1, ...attribute.map((type) => `${name} ${type}`));
    }
  });
}

/** `name type`, or the type alone when the name stands elsewhere; nothing for an attribute dropped. */
function attributeText(def: Node | undefined, context: Context): readonly string[] {
  if (def === undefined || !("ColumnDef" in def)) return [];
  const { colname, location, typeName } = def.ColumnDef;
  const clauses = context.clauses();
  const byte = colname === undefined ? typeName?.location : location;
  return [written(clauses, elementFrom(clauses, tokenFrom(clauses, context.offset(byte))))];
}

function createRange(node: CreateRangeStmt, context: Context): Verdict {
  const clauses = context.clauses();
  const group = firstGroup(clauses, everything(clauses));
  return addType(context, nameOf(stringsOf(node.typeName)), {
    typeKind: "range",
    definition: group ? verbatim(clauses, group) : "",
    labels: [],
  });
}

export const typeHandlers: Handlers = {
  CreateEnumStmt: createEnum,
  AlterEnumStmt: alterEnum,
  CreateDomainStmt: createDomain,
  AlterDomainStmt: alterDomain,
  CompositeTypeStmt: createComposite,
  CreateRangeStmt: createRange,
};
