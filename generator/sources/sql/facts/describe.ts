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
  type Described,
  describeColumn,
  describeConstraint,
  describeIndex,
  describePolicy,
  describeTable,
  describeTrigger,
} from "./describe-table.ts";
import { relationName, routineTitle } from "./names.ts";
import { typeUse } from "./type-use.ts";

type DescribedKind = CatalogueObject["kind"];

type Describer<Kind extends DescribedKind> = (object: ObjectOf<Kind>) => Described<Kind>;

function describeView(relation: Relation): Described<"view"> & Described<"materialized-view"> {
  const { namespace, query = "", securityInvoker, uses } = relation;
  return {
    title: relationName(relation),
    attributes: { namespace, query, securityInvoker },
    uses,
  };
}

function describeSequence(relation: Relation): Described<"sequence"> {
  const { namespace, ownedBy, created } = relation;
  const isOwned = ownedBy !== undefined && ownedBy.dropped !== true;
  return {
    title: relationName(relation),
    attributes: {
      namespace,
      ...(isOwned && { ownedBy: `${relationName(ownedBy.relation)}.${ownedBy.name}` }),
    },
    uses: isOwned ? [{ role: "applies-to", target: ownedBy, location: created.location }] : [],
  };
}

function describeRoutine(routine: Routine): Described<"function"> {
  const { namespace, routineKind, returns, language, volatility, securityDefiner } = routine;
  return {
    title: routineTitle(routine),
    attributes: {
      namespace,
      kind: routineKind,
      arguments: routine.arguments,
      returns,
      language,
      volatility,
      securityDefiner,
      settings: routine.settings,
      body: routine.body,
    },
    uses: [
      ...routine.uses,
      ...[...routine.arguments.map(({ type }) => type), returns].flatMap((type) =>
        typeUse(type, namespace, routine),
      ),
    ],
  };
}

const describeType = ({
  namespace,
  name,
  typeKind,
  definition,
  labels,
}: UserType): Described<"type"> => ({
  title: `${namespace}.${name}`,
  attributes: { namespace, kind: typeKind, definition, labels },
  uses: [],
});

const describeJob = ({ name, schedule, command, uses }: Job): Described<"cron-job"> => ({
  title: name,
  attributes: { schedule, command },
  uses,
});

const describers: { readonly [Kind in DescribedKind]: Describer<Kind> } = {
  namespace: ({ name }) => ({ title: name, attributes: {}, uses: [] }),
  extension: ({ name, namespace }) => ({
    title: name,
    attributes: namespace === undefined ? {} : { namespace },
    uses: [],
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
};

/** What pages show of an object. */
export function describe(object: CatalogueObject): Described<keyof ItemAttributes> {
  const describer = describers[object.kind] as (each: CatalogueObject) => unknown;
  return describer(object) as Described<keyof ItemAttributes>;
}
