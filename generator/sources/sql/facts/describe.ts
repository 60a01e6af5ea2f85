import type { ItemAttributes } from "#model/item.ts";
import type {
  CatalogueObject,
  Job,
  ObjectOf,
  Relation,
  Routine,
  UserType,
} from "../catalogue/catalogue.ts";
import {
  describeDefaultPrivilege,
  describeDefinition,
  describeEventTrigger,
  describePublication,
  describeRole,
  describeRule,
} from "./describe-access.ts";
import { describeRights } from "./describe-rights.ts";
import {
  type Described,
  describeColumn,
  describeConstraint,
  describeIndex,
  describePolicy,
  describeTable,
  describeTrigger,
} from "./describe-table.ts";
import { relationName, routineTitle } from "./names.ts";
import { printedType } from "./printed-type.ts";
import { typeUse } from "./type-use.ts";

type DescribedKind = CatalogueObject["kind"];

type Describer<Kind extends DescribedKind> = (object: ObjectOf<Kind>) => Described<Kind>;

function describeView(relation: Relation): Described<"view"> & Described<"materialized-view"> {
  const { namespace, query = "", columns, securityInvoker, checkOption, uses } = relation;
  const { writable = [] } = relation;
  return {
    title: relationName(relation),
    attributes: {
      namespace,
      query,
      ...(columns.length > 0 && { columns: columns.map(({ name }) => name) }),
      securityInvoker,
      ...(relation.securityBarrier === true && { securityBarrier: true as const }),
      ...(checkOption && { checkOption }),
      ...(writable.length > 0 && { writable }),
      ...describeRights(relation),
    },
    uses: () => uses,
  };
}

function describeSequence(relation: Relation): Described<"sequence"> {
  const { namespace, ownedBy, created, generated, options = [] } = relation;
  const isOwned = ownedBy !== undefined && ownedBy.dropped !== true;
  return {
    title: relationName(relation),
    attributes: {
      namespace,
      ...(isOwned && { ownedBy: `${relationName(ownedBy.relation)}.${ownedBy.name}` }),
      ...(generated && { generated }),
      ...(options.length > 0 && { options }),
      ...describeRights(relation),
    },
    uses: () =>
      isOwned ? [{ role: "applies-to", target: ownedBy, location: created.location }] : [],
  };
}

function describeRoutine(routine: Routine): Described<"function"> {
  const { namespace, routineKind, returns, language, volatility, securityDefiner } = routine;
  return {
    title: routineTitle(routine),
    attributes: {
      namespace,
      kind: routineKind,
      arguments: routine.arguments.map((each) => ({ ...each, type: printedType(each.type) })),
      returns: printedType(returns),
      language,
      volatility,
      securityDefiner,
      settings: routine.settings,
      ...manners(routine),
      body: routine.body,
      ...describeRights(routine),
    },
    uses: () => [
      ...routine.effects().uses,
      ...[...routine.arguments.map(({ type }) => type), returns].flatMap((type) =>
        typeUse(type, namespace, routine),
      ),
    ],
  };
}

/** How a function runs, where it is not as usual. */
function manners({ parallel, strict, leakproof, window }: Routine) {
  const told = parallel === undefined || parallel === "unsafe" ? undefined : parallel;
  return {
    ...(told && { parallel: told }),
    ...(strict === true && { strict }),
    ...(leakproof === true && { leakproof }),
    ...(window === true && { window }),
  };
}

function describeType(type: UserType): Described<"type"> {
  const { namespace, name, typeKind, definition, labels } = type;
  return {
    title: `${namespace}.${name}`,
    attributes: { namespace, kind: typeKind, definition, labels, ...describeRights(type) },
    uses: () => [],
  };
}

const describeJob = ({ name, schedule, command, uses }: Job): Described<"cron-job"> => ({
  title: name,
  attributes: { schedule, command },
  uses: () => uses,
});

const describers: { readonly [Kind in DescribedKind]: Describer<Kind> } = {
  namespace: (each) => ({ title: each.name, attributes: describeRights(each), uses: () => [] }),
  extension: ({ name, namespace }) => ({
    title: name,
    attributes: namespace === undefined ? {} : { namespace },
    uses: () => [],
  }),
  table: describeTable,
  view: describeView,
  "materialized-view": describeView,
  sequence: describeSequence,
  column: describeColumn,
  constraint: describeConstraint,
  index: describeIndex,
  trigger: describeTrigger,
  policy: describePolicy,
  function: describeRoutine,
  type: describeType,
  "cron-job": describeJob,
  rule: describeRule,
  role: describeRole,
  "default-privilege": describeDefaultPrivilege,
  publication: describePublication,
  "event-trigger": describeEventTrigger,
  definition: describeDefinition,
};

/** What pages show of an object. */
export function describe(object: CatalogueObject): Described<keyof ItemAttributes> {
  const describer = describers[object.kind] as (each: CatalogueObject) => unknown;
  return describer(object) as Described<keyof ItemAttributes>;
}
