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
import { changing } from "../changing.ts";
import { type Context, type Handlers, newSubject, report, type Verdict } from "../context.ts";
import { nameOf, printName, rangeName, stringsOf } from "../read-nodes.ts";
import { isMissing, schemaFor } from "../require.ts";

type Shape = Pick<UserType, "typeKind" | "definition" | "labels">;

function addType(context: Context, name: Name, shape: Shape): Verdict {
  const { types } = context.session.catalogue;
  const namespace = schemaFor(context, name);
  const key = objectKey(namespace, name.name);
  if (types.has(key)) {
    if (context.conditional) return "modelled";
    report(context, "sources/sql-already-exists", { name: printName(name) });
    return "not understood";
  }
  types.set(key, { kind: "type", ...newSubject(context, name.name), namespace, ...shape });
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
  return withType(context, nameOf(stringsOf(node.typeName)), ({ labels }) => {
    const { oldVal, newVal = "", newValNeighbor } = node;
    if (oldVal !== undefined) labels.splice(labels.indexOf(oldVal), 1, newVal);
    else if (!labels.includes(newVal)) {
      const neighbour = newValNeighbor === undefined ? -1 : labels.indexOf(newValNeighbor);
      const at = neighbour < 0 ? labels.length : neighbour + (node.newValIsAfter === true ? 1 : 0);
      labels.splice(at, 0, newVal);
    }
  });
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

function alterDomain(node: AlterDomainStmt, context: Context): Verdict {
  return withType(context, nameOf(stringsOf(node.typeName)), ({ labels }) => {
    const clauses = context.clauses();
    const from = findAny(clauses, ["constraint", "check"], everything(clauses));
    if (node.subtype === "C") labels.push(written(clauses, { from, to: clauses.tokens.length }));
    const at = labels.findIndex((label) =>
      label.toLowerCase().startsWith(`constraint ${node.name ?? ""} `),
    );
    if (node.subtype === "X" && at >= 0) labels.splice(at, 1);
  });
}

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
