import type { ComparedFacts, ComparedObject } from "#model/schema/compared.ts";
import type { ItemAttributes } from "#model/item.ts";
import { type Item, itemName } from "#model/item.ts";
import { canonicalSignature } from "./canonical-type.ts";
import { describeDefaults, describeRole, rightsOf } from "./model-rights.ts";

interface Described {
  readonly name: string;
  readonly facts: ComparedFacts;
}

type Describer<Kind extends keyof ItemAttributes> = (
  item: Item<Kind>,
  counters: Counters,
) => Described | undefined;

/** The sequences of `serial` columns. */
type Counters = ReadonlyMap<string, string>;

const named = ({ title }: Item): Described => ({ name: title, facts: {} });

const yesNo = (value: boolean | undefined): string => String(value ?? false);

function describeTable({ title, attributes }: Item<"table">): Described {
  const { rowSecurity, partitionKey, bounds, parent } = attributes;
  return { name: title, facts: { rowSecurity, partitionKey, bounds, parent } };
}

const serial = /^(?:small|big)?serial[248]?$/i;

/** A `serial` column has a default that nobody wrote. */
function describeColumn({ title, attributes }: Item<"column">, counters: Counters): Described {
  const { type, collation, nullable, generated, identity, virtual } = attributes;
  const named = collation?.split(".").at(-1);
  const written = attributes.default;
  const counter = counters.get(title);
  const counted = serial.test(type) && counter !== undefined ? `nextval('${counter}')` : undefined;
  return {
    name: title,
    facts: {
      // What the text of a query does not show is not known.
      ...(type !== "" && { type }),
      collation: named === "default" ? undefined : named,
      nullable: yesNo(nullable),
      default: written ?? counted,
      generated,
      identity,
      virtual: yesNo(virtual),
    },
  };
}

function describeConstraint({ title, attributes }: Item<"constraint">): Described | undefined {
  const { table, type, definition } = attributes;
  return type === "not null"
    ? undefined
    : { name: `${table}.${title}`, facts: { type, definition } };
}

/** As a statement, which is how PostgreSQL tells it too. */
function describeIndex({ title, attributes }: Item<"index">): Described {
  const { table, method, unique, keys, include, predicate, options = [] } = attributes;
  const definition = [
    `CREATE ${unique ? "UNIQUE " : ""}INDEX ON t USING ${method} (${keys.join(", ")})`,
    ...(include.length > 0 ? [`INCLUDE (${include.join(", ")})`] : []),
    ...(attributes.nullsNotDistinct === true ? ["NULLS NOT DISTINCT"] : []),
    ...(options.length === 0 ? [] : [`WITH (${options.join(", ")})`]),
    ...(predicate === undefined ? [] : [`WHERE ${predicate}`]),
  ].join(" ");
  return { name: `${table}.${title}`, facts: { definition } };
}

const describeView = ({ title, attributes }: Item<"view">): Described => ({
  name: title,
  facts: {
    ...(attributes.columns && { columns: attributes.columns }),
    securityInvoker: yesNo(attributes.securityInvoker),
    writable: attributes.writable ?? [],
    query: attributes.query,
  },
});

function describeFunction({ title, attributes }: Item<"function">): Described {
  const { arguments: args, kind, body, language, returns } = attributes;
  const called = args.filter(({ mode }) => mode !== "out" && mode !== "table");
  const isCode = kind !== "aggregate" && !/^\s*(?:begin\s+atomic|return\b)/i.test(body);
  return {
    name: canonicalSignature(
      title.slice(0, title.indexOf("(")),
      called.map(({ type }) => type),
    ),
    facts: {
      kind,
      ...(returns !== "" && kind === "function" && { returns }),
      ...(kind !== "aggregate" && {
        arguments: args.map(({ mode, name = "" }) => `${mode} ${name}`),
        language,
        volatility: attributes.volatility,
        securityDefiner: yesNo(attributes.securityDefiner),
        strict: yesNo(attributes.strict),
        parallel: attributes.parallel,
        settings: attributes.settings.map(canonicalSetting),
      }),
      ...(isCode && { body }),
    },
  };
}

/** `Search_Path TO 'public', pg_temp` → `search_path=public,pg_temp`, `TIME ZONE UTC` → `timezone=utc` */
export function canonicalSetting(written: string): string {
  const [, name = "", value = ""] =
    /^\s*(time\s+zone(?=\s)|\S+?)\s*(?:=|\sto\s|\s)\s*(.*)$/is.exec(written) ?? [];
  const plain = value
    .replace(/["']/g, "")
    .replace(/\s*,\s*/g, ",")
    .trim();
  const key = name.toLowerCase().replace(/\s/g, "");
  return `${key}=${key === "search_path" ? plain : plain.toLowerCase()}`;
}

function describeTrigger({ title, attributes }: Item<"trigger">): Described {
  const { table, timing, events, level, condition } = attributes;
  const facts = { timing, events, level, condition, function: attributes.function };
  return { name: `${table}.${title}`, facts };
}

function describePolicy({ title, attributes }: Item<"policy">): Described {
  const { table, command, permissive, roles, using, check } = attributes;
  const to = roles.length === 0 ? ["public"] : roles.toSorted();
  const facts = { command, permissive: yesNo(permissive), roles: to, using, check };
  return { name: `${table}.${title}`, facts };
}

function describeType({ title, attributes }: Item<"type">): Described {
  const { kind, definition, labels } = attributes;
  const columns = labels.map((label) => /^(?:"(?:[^"]|"")*"|\S+)/.exec(label)?.[0] ?? label);
  return {
    name: title,
    facts: {
      kind,
      ...(kind === "domain" && { definition }),
      ...(kind === "enum" && { labels }),
      ...(kind === "composite" && { labels: columns.map((name) => name.replaceAll('"', "")) }),
    },
  };
}

/** A sequence that belongs to a column is told with the column. */
const describeSequence = ({ title, attributes }: Item<"sequence">): Described | undefined =>
  attributes.ownedBy === undefined && attributes.generated === undefined
    ? { name: title, facts: {} }
    : undefined;

const describers: { readonly [Kind in keyof ItemAttributes]?: Describer<Kind> } = {
  namespace: named,
  extension: named,
  publication: named,
  "event-trigger": (item) => ({ ...named(item), facts: { event: item.attributes.event } }),
  table: describeTable,
  column: describeColumn,
  constraint: describeConstraint,
  index: describeIndex,
  view: describeView,
  "materialized-view": ({ title, attributes }) => ({
    name: title,
    facts: {
      ...(attributes.columns && { columns: attributes.columns }),
      query: attributes.query,
    },
  }),
  function: describeFunction,
  trigger: describeTrigger,
  policy: describePolicy,
  type: describeType,
  sequence: describeSequence,
  role: describeRole,
  "default-privilege": describeDefaults,
  rule: ({ title, attributes: { table, event, instead } }) => ({
    name: `${table}.${title}`,
    facts: { event, instead: yesNo(instead) },
  }),
  definition: ({ title, attributes: { kind } }) => ({ name: `${kind} ${title}`, facts: {} }),
  "cron-job": ({ title, attributes: { schedule, command } }) => ({
    name: title,
    facts: { schedule, command },
  }),
};

/** The objects that the migrations say there are, as they are compared. */
export function modelObjects(items: readonly Item[]): readonly ComparedObject[] {
  const tables = new Set(
    items.flatMap((item) => (item.kind === "table" ? [itemName(item.id)] : [])),
  );
  const counters = new Map(
    items.flatMap((item) =>
      item.kind === "sequence" && item.attributes.ownedBy !== undefined
        ? [[item.attributes.ownedBy, item.title] as const]
        : [],
    ),
  );
  return items.flatMap((item) => {
    if (item.kind === "column" && !isOfTable(item, tables)) return [];
    const describer = describers[item.kind] as Describer<never> | undefined;
    const described = describer?.(item as never, counters);
    if (described === undefined) return [];
    const { name, facts } = described;
    const comment = item.description?.text;
    const all = { ...facts, ...rightsOf(item), comment };
    return [{ kind: item.kind, name, facts: all, location: item.location }];
  });
}

/** The columns of a view follow from its query. */
const isOfTable = ({ id }: Item<"column">, tables: ReadonlySet<string>): boolean =>
  tables.has(itemName(id).replace(/\.(?:"[^"]*"|[^."]*)$/, ""));
