import type {
  Catalogue,
  CatalogueObject,
  Column,
  ObjectOf,
  Relation,
} from "../../catalogue/catalogue.ts";
import { changing } from "../changing.ts";
import { type Context, report } from "../context.ts";
import { dependentsOf } from "./dependents.ts";
import {
  removeColumn,
  removeConstraint,
  removeIndex,
  removeNamespace,
  removeRelation,
  removeRoutine,
  removeType,
} from "../remove.ts";

type Remover<Kind extends CatalogueObject["kind"]> = (
  catalogue: Catalogue,
  object: ObjectOf<Kind>,
) => void;

type AnyRemover = (catalogue: Catalogue, object: CatalogueObject) => void;

const removers: { readonly [Kind in CatalogueObject["kind"]]?: Remover<Kind> } = {
  table: removeRelation,
  view: removeRelation,
  "materialized-view": removeRelation,
  sequence: removeRelation,
  index: removeIndex,
  constraint: removeConstraint,
  function: removeRoutine,
  type: removeType,
  namespace: (catalogue, { name }) => removeNamespace(catalogue, name),
  extension: ({ extensions }, extension) => {
    extension.dropped = true;
    extensions.delete(extension.name);
  },
  column: removeColumn,
  rule: (_, rule) => {
    rule.dropped = true;
    rule.relation.rules.splice(rule.relation.rules.indexOf(rule), 1);
  },
  publication: ({ publications }, { name }) => void publications.delete(name),
  "event-trigger": ({ eventTriggers }, { name }) => void eventTriggers.delete(name),
  definition: ({ definitions }, definition) => {
    for (const [key, each] of definitions) if (each === definition) definitions.delete(key);
  },
  policy: (_, policy) => {
    policy.dropped = true;
    policy.relation.policies.splice(policy.relation.policies.indexOf(policy), 1);
  },
  trigger: (_, trigger) => {
    trigger.dropped = true;
    trigger.relation.triggers.splice(trigger.relation.triggers.indexOf(trigger), 1);
  },
};

/**
 * Drops an object and, as CASCADE does, all that cannot stay without it. Tables that lose something
 * note it, but for the one whose changes are being noted already.
 */
export function removeAll(context: Context, object: CatalogueObject, noting?: Relation): void {
  const { catalogue } = context.session;
  const gone = closure(catalogue, object);
  const hit = new Set([...gone].flatMap((each) => ("relation" in each ? [each.relation] : [])));
  const noted = [...hit].filter((relation) => relation !== noting && !gone.has(relation));
  changing(context, noted, () => {
    for (const each of [...gone].reverse()) {
      if (each.dropped !== true) (removers[each.kind] as AnyRemover | undefined)?.(catalogue, each);
      each.dropped = true;
    }
  });
}

function closure(catalogue: Catalogue, object: CatalogueObject): ReadonlySet<CatalogueObject> {
  const gone = new Set<CatalogueObject>([object]);
  for (const each of gone) for (const other of dependentsOf(catalogue, each)) gone.add(other);
  return gone;
}

interface Refusal {
  readonly object: CatalogueObject;
  readonly statement: string;
  /** Everything that the statement drops: what is dropped too is in nobody's way. */
  readonly objects: readonly CatalogueObject[];
}

/** Says that the statement cannot run, and names the first object that needs what it drops. */
export function reportRefusal(context: Context, { object, statement, objects }: Refusal): void {
  const others = dependentsOf(context.session.catalogue, object).filter(
    (each) => !objects.includes(each) && !("relation" in each && objects.includes(each.relation)),
  );
  const [first] = others;
  if (first === undefined || context.conditional) return;
  const args = {
    statement: `${statement} ${object.name}`,
    by: `${first.kind} ${nameOf(first)}`,
    count: others.length,
  };
  report(context, "sources/sql-still-used", args);
}

/** Says that a column cannot change its type: PostgreSQL makes keys anew, but nothing else. */
export function reportFixedType(context: Context, column: Column): void {
  const [first] = dependentsOf(context.session.catalogue, column).filter(
    ({ kind }) => kind !== "constraint",
  );
  if (first === undefined || context.conditional) return;
  report(context, "sources/sql-fixed-type", {
    column: nameOf(column),
    by: `${first.kind} ${nameOf(first)}`,
  });
}

const nameOf = (object: CatalogueObject): string =>
  "relation" in object ? `${object.relation.name}.${object.name}` : object.name;
