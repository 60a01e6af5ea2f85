import type { ItemAttributes } from "#model/item.ts";
import type {
  Column,
  Constraint,
  Index,
  Policy,
  Relation,
  Trigger,
  Use,
} from "../catalogue/catalogue.ts";
import { describeRights } from "./describe-rights.ts";
import { relationName } from "./names.ts";
import { quoteName } from "./quote.ts";
import { printedType } from "./printed-type.ts";
import { typeUse } from "./type-use.ts";

/** What pages show of an object, and what it leads to. */
export type Described<Kind extends keyof ItemAttributes> = {
  readonly title: string;
  readonly attributes: ItemAttributes[Kind];
  /** Made when it is asked for: what only compares attributes does without. */
  readonly uses: () => readonly Use[];
};

const use = (
  role: Use["role"],
  target: Use["target"],
  { created }: { created: Column["created"] },
): Use => ({
  role,
  target,
  location: created.location,
});

export function describeTable(relation: Relation): Described<"table"> {
  const { namespace, columns, partition, partitionKey, query } = relation;
  const state = relation.rowSecurityForced ? "forced" : "on";
  return {
    title: relationName(relation),
    attributes: {
      namespace,
      columns: partition ? [] : columns.map(({ name }) => name),
      rowSecurity: relation.rowSecurity ? state : "off",
      ...(partitionKey !== undefined && { partitionKey }),
      ...(partition && { bounds: partition.bounds, parent: relationName(partition.parent) }),
      ...(query !== undefined && { query }),
      ...storageOf(relation),
      ...describeRights(relation),
    },
    uses: () => [
      ...relation.uses,
      ...(partition ? [use("partition-of", partition.parent, relation)] : []),
    ],
  };
}

/** What else the statements say of a table. */
function storageOf({ parents, options = [], unlogged, server }: Relation) {
  return {
    ...(parents.length > 0 && { inherits: parents.map(relationName) }),
    ...(options.length > 0 && { options }),
    ...(unlogged === true && { unlogged }),
    ...(server !== undefined && { server }),
  };
}

export function describeColumn(column: Column): Described<"column"> {
  const { relation, name, type, nullable, generated, identity } = column;
  return {
    title: `${relationName(relation)}.${name}`,
    attributes: {
      table: relationName(relation),
      position: relation.columns.indexOf(column) + 1,
      type: printedType(type),
      nullable,
      ...(column.default !== undefined && { default: column.default }),
      ...(generated !== undefined && { generated }),
      ...(column.virtual === true && { virtual: true as const }),
      ...(identity !== undefined && { identity }),
      ...(column.collation !== undefined && { collation: column.collation }),
      ...(column.inherited === true && { inherited: true as const }),
    },
    uses: () => [
      use("part-of", relation, column),
      ...relation.constraints
        .flatMap((constraint) => referencedColumns(constraint, name))
        .map((target) => use("foreign-key", target, column)),
      ...typeUse(type, relation.namespace, column),
    ],
  };
}

/** The column that a foreign key pairs with this one. */
function referencedColumns({ columns, references }: Constraint, name: string): readonly Column[] {
  const at = columns.indexOf(name);
  const target = at < 0 ? undefined : references?.columns[at];
  return references?.relation.columns.filter((column) => column.name === target) ?? [];
}

export function describeConstraint(constraint: Constraint): Described<"constraint"> {
  const { relation, name, type, columns, references } = constraint;
  return {
    title: name,
    attributes: {
      table: relationName(relation),
      type,
      columns,
      definition: definitionOf(constraint),
      ...(references && { references: relationName(references.relation) }),
    },
    uses: () => [
      use("part-of", relation, constraint),
      ...(references ? [use("foreign-key", references.relation, constraint)] : []),
    ],
  };
}

/** Columns by the names they have now; a check as it is written. */
function definitionOf(constraint: Constraint): string {
  const { type, columns, references, rest, nullsNotDistinct } = constraint;
  if (type === "check" || type === "exclude" || type === "not null") return rest;
  const target = references
    ? `REFERENCES ${quotedName(references.relation)}${listOf(references.columns)}`
    : "";
  const nulls = nullsNotDistinct === true ? " NULLS NOT DISTINCT" : "";
  const key = `${type.toUpperCase()}${nulls}${listOf(columns)}`;
  return [key, target, rest].filter((part) => part !== "").join(" ");
}

const listOf = (names: readonly string[]): string =>
  names.length === 0 ? "" : ` (${names.map(quoteName).join(", ")})`;

const quotedName = ({ namespace, name }: Relation): string =>
  `${quoteName(namespace)}.${quoteName(name)}`;

export function describeIndex(index: Index): Described<"index"> {
  const { relation, name, method, unique, keys, include, predicate } = index;
  const { nullsNotDistinct, options } = index;
  return {
    title: name,
    attributes: {
      table: relationName(relation),
      method,
      unique,
      keys,
      include,
      ...(nullsNotDistinct === true && { nullsNotDistinct }),
      ...(predicate !== undefined && { predicate }),
      ...(options !== undefined && { options }),
    },
    uses: () => [use("applies-to", relation, index)],
  };
}

export function describeTrigger(trigger: Trigger): Described<"trigger"> {
  const { relation, name, timing, events, level, condition, routine, uses } = trigger;
  const { enabled, constraint } = trigger;
  const schema = routine.schema === undefined ? "" : `${routine.schema}.`;
  return {
    title: name,
    attributes: {
      table: relationName(relation),
      timing,
      events,
      level,
      ...(condition !== undefined && { condition }),
      function: schema + routine.name,
      ...(enabled && { enabled }),
      ...(constraint && { constraint }),
    },
    uses: () => [use("applies-to", relation, trigger), ...uses],
  };
}

export function describePolicy(policy: Policy): Described<"policy"> {
  const { relation, name, command, permissive, roles, using, check } = policy;
  return {
    title: name,
    attributes: {
      table: relationName(relation),
      command,
      permissive,
      roles,
      ...(using !== undefined && { using }),
      ...(check !== undefined && { check }),
    },
    uses: () => [use("applies-to", relation, policy), ...policy.uses],
  };
}
