import type { Catalogue, Column, Relation } from "../../../catalogue/catalogue.ts";
import { keysTo } from "../../../catalogue/constraints.ts";
import { inheritedColumns } from "../../tables/inheritance.ts";
import { renameInText } from "./rename-in-text.ts";

/** Everything that names a column by its new name: PostgreSQL keeps numbers, and prints names. */
export function renameColumn(catalogue: Catalogue, column: Column, name: string): void {
  const { relation, name: old } = column;
  for (const each of inheritedColumns(relation, old)) renameColumn(catalogue, each, name);
  column.name = name;
  relation.grants = (relation.grants ?? []).map((grant) =>
    grant.column === old ? { ...grant, column: name } : grant,
  );
  const renaming: Renaming = { old, name, replace: (text) => renameInText(text, old, name) };
  renameInKeys(relation, renaming);
  renameInExpressions(relation, renaming);
  for (const partition of relation.partitions) renameInKeys(partition, renaming);
  for (const { references } of keysTo(catalogue, relation)) {
    if (references)
      references.columns = references.columns.map((each) => (each === old ? name : each));
  }
}

interface Renaming {
  readonly old: string;
  readonly name: string;
  readonly replace: (text: string) => string;
}

function renameInKeys({ constraints, indexes }: Relation, { old, name, replace }: Renaming): void {
  for (const constraint of constraints) {
    constraint.columns = constraint.columns.map((each) => (each === old ? name : each));
    if (constraint.type === "check" || constraint.type === "exclude")
      constraint.rest = replace(constraint.rest);
  }
  for (const index of indexes) {
    index.keys = index.keys.map(replace);
    index.include = index.include.map(replace);
    if (index.predicate !== undefined) index.predicate = replace(index.predicate);
  }
}

function renameInExpressions(relation: Relation, renaming: Renaming): void {
  const { replace } = renaming;
  const { columns, policies, triggers, partitionKey } = relation;
  if (partitionKey !== undefined) relation.partitionKey = replace(partitionKey);
  for (const column of columns) {
    if (column.generated !== undefined) column.generated = replace(column.generated);
  }
  for (const policy of policies) {
    if (policy.using !== undefined) policy.using = replace(policy.using);
    if (policy.check !== undefined) policy.check = replace(policy.check);
  }
  for (const trigger of triggers) {
    if (trigger.condition !== undefined) trigger.condition = replace(trigger.condition);
    trigger.events = trigger.events.map((event) => renameInEvent(event, renaming));
  }
}

/** `update of nome, valor`: names as they are, not as SQL writes them. */
function renameInEvent(event: string, { old, name }: Renaming): string {
  if (!event.startsWith("update of ")) return event;
  const columns = event.slice("update of ".length).split(", ");
  return `update of ${columns.map((each) => (each === old ? name : each)).join(", ")}`;
}
