import { diagnose, type Diagnostic, outcome, type Outcome } from "#diagnostics/index.ts";
import type { ComparedFacts, ComparedObject } from "#model/schema/compared.ts";
import type { Item } from "#model/item.ts";
import type { Location } from "#model/location.ts";
import { canonicalSignature, canonicalType } from "./canonical-type.ts";
import { isSameConstant } from "./same-constant.ts";
import { canonicalSetting, modelObjects } from "./model-objects.ts";
import { isAllowed } from "./model-rights.ts";
import { isStray } from "./stray-members.ts";

/** What can only be told to be the same by somebody who reads SQL. */
export type SqlForm = "expression" | "constraint" | "index" | "bounds" | "partition key";
export type IsSameSql = (form: SqlForm, a: string, b: string) => boolean;

/** How many objects of a kind were compared, and how many of them differ. */
export interface KindCount {
  readonly kind: string;
  readonly compared: number;
  readonly differing: number;
}

export interface SchemaComparison {
  readonly kinds: readonly KindCount[];
  readonly compared: number;
  readonly differing: number;
  /** Objects that statements made or changed while they ran: no text says it. */
  readonly atRunTime: number;
}

/** Compares what the migrations say with what a database has, object by object. */
export function compareSchema(
  items: readonly Item[],
  database: readonly ComparedObject[],
  isSameSql: IsSameSql,
): Outcome<SchemaComparison> {
  const hasRights = database.some(({ facts }) => "owner" in facts);
  const documented = byKey(
    modelObjects(items).filter(({ kind }) => hasRights || !ofServer.has(kind)),
  );
  const found = byKey(database.map(canonical));
  const pairs = [...new Set([...documented.keys(), ...found.keys()])].sort().map((key) => ({
    model: documented.get(key),
    server: found.get(key),
  }));
  const results = pairs.flatMap(
    (pair) => strayResult(pair, [documented, found]) ?? comparePair(pair, isSameSql) ?? [],
  );
  const made = pairs.flatMap(({ model, server }) =>
    model === undefined && server?.madeBy !== undefined ? [server] : [],
  );
  const changed = results.flatMap(({ changed: object }) => object ?? []);
  const diagnostics = [
    ...results.flatMap((each) => each.diagnostics),
    ...describeDynamic("evaluate/schema-made-at-run-time", made, ({ madeBy }) => madeBy),
    ...describeDynamic("evaluate/schema-changed-at-run-time", changed, (each) => each.changedBy),
  ];
  return outcome(summarise(results, made.length + changed.length), diagnostics);
}

/** What belongs to a whole server, of which a project is one user among others. */
const ofServer: ReadonlySet<string> = new Set(["role", "default-privilege"]);

const byKey = (objects: readonly ComparedObject[]): ReadonlyMap<string, ComparedObject> =>
  new Map(objects.map((object) => [`${object.kind} ${object.name}`, object]));

/** Functions are known by the types that they are called with. */
function canonical(object: ComparedObject): ComparedObject {
  const settings = object.facts["settings"];
  if (object.kind === "definition")
    return { ...object, name: object.name.replace(/(?<=\(|, |^cast | as )public\./g, "") };
  if (object.kind !== "function") return object;
  const open = object.name.indexOf("(");
  const types = object.name.slice(open + 1, -1);
  return {
    ...object,
    name: canonicalSignature(object.name.slice(0, open), types === "" ? [] : types.split(", ")),
    facts: {
      ...object.facts,
      ...(Array.isArray(settings) && {
        settings: settings.map((each) => canonicalSetting(String(each))),
      }),
    },
  };
}

interface Pair {
  readonly model: ComparedObject | undefined;
  readonly server: ComparedObject | undefined;
}

interface Compared {
  readonly kind: string;
  readonly diagnostics: readonly Diagnostic[];
  /** It differs, for a statement put together at run time has changed it. */
  readonly changed?: ComparedObject;
}

function strayResult(
  { model, server }: Pair,
  known: readonly ReadonlyMap<string, ComparedObject>[],
): Compared | undefined {
  if (model === undefined || server !== undefined || !isStray(model, known)) return undefined;
  const { kind, location } = model;
  return { kind, diagnostics: [], changed: { ...model, ...(location && { changedBy: location }) } };
}

function comparePair({ model, server }: Pair, isSameSql: IsSameSql): Compared | undefined {
  const [object] = [model ?? server];
  if (object === undefined || (model === undefined && isOfOthers(object))) return undefined;
  const { kind, name } = object;
  const extras = model?.location ? { location: model.location } : {};
  if (model === undefined) {
    return { kind, diagnostics: [diagnose("evaluate/schema-only-in-database", { kind, name })] };
  }
  if (server === undefined) {
    const only = diagnose("evaluate/schema-only-in-migrations", { kind, name }, extras);
    return { kind, diagnostics: [only] };
  }
  return server.given === true ? { kind, diagnostics: [] } : compareFacts(model, server, isSameSql);
}

function compareFacts(
  model: ComparedObject,
  server: ComparedObject,
  isSameSql: IsSameSql,
): Compared {
  const { kind, name, location } = model;
  const differing = differingFacts(model, server, isSameSql);
  if (differing.length > 0 && server.changedBy !== undefined)
    return { kind, diagnostics: [], changed: server };
  const diagnostics = differing.map((attribute) =>
    diagnose(
      "evaluate/schema-differs",
      {
        kind,
        name,
        attribute,
        documented: print(model.facts[attribute]),
        found: print(server.facts[attribute]),
      },
      { ...(location && { location }) },
    ),
  );
  return { kind, diagnostics };
}

const isOfOthers = ({ given, madeBy }: ComparedObject): boolean =>
  given === true || madeBy !== undefined;

function differingFacts(
  model: ComparedObject,
  server: ComparedObject,
  isSameSql: IsSameSql,
): readonly string[] {
  return Object.keys(model.facts).filter((name) => {
    if (ifAsked.has(name) && !(name in server.facts)) return false;
    const compare = comparisons[`${model.kind} ${name}`] ?? comparisons[name] ?? isSameText;
    return !compare(model.facts[name], server.facts[name], isSameSql);
  });
}

/** What is not found out of every server. */
const ifAsked: ReadonlySet<string> = new Set(["owner", "grants", "column grants", "query"]);

type Value = ComparedFacts[string];
type Compare = (model: Value, server: Value, isSameSql: IsSameSql) => boolean;

const isSameText: Compare = (a, b) => print(a) === print(b);

const isSameSet: Compare = (a, b) => print(sorted(a)) === print(sorted(b));

const never: IsSameSql = () => false;

const sorted = (value: Value): Value => (Array.isArray(value) ? value.toSorted() : value);

const asSql =
  (form: SqlForm): Compare =>
  (a, b, isSameSql) =>
    print(a) === print(b) ||
    (typeof a === "string" && typeof b === "string" && isSameSql(form, a, b));

const asType: Compare = (a, b) => canonicalType(print(a)) === canonicalType(print(b));

const lines = (value: Value): string =>
  print(value)
    .replace(/\r\n/g, "\n")
    .replace(/[^\S\n]+$/gm, "")
    .trim();

/** What is not plain text. */
const comparisons: Readonly<Partial<Record<string, Compare>>> = {
  // A default of NULL is as good as none, but PostgreSQL keeps one that it had to cast.
  default: (a, b, isSameSql) =>
    asSql("expression")(a, /^NULL::/.test(print(b)) ? undefined : b, isSameSql) ||
    isSameConstant(print(a), print(b)),
  generated: asSql("expression"),
  condition: asSql("expression"),
  using: asSql("expression"),
  check: asSql("expression"),
  "constraint definition": asSql("constraint"),
  "index definition": asSql("index"),
  "type definition": asType,
  "column type": asType,
  returns: asType,
  bounds: asSql("bounds"),
  partitionKey: asSql("partition key"),
  body: (a, b) => lines(a) === lines(b),
  grants: isAllowed,
  "column grants": isAllowed,
  memberOf: isSameSet,
  // What a rule does is not asked for.
  writable: (a, b) => b === undefined || isSameSet(a, b, never),
  // As written it may have no schema.
  function: (a, b) => print(b) === print(a) || print(b).endsWith(`.${print(a)}`),
  // What `--` says above an object is not in the database.
  comment: (a, b) => b === undefined || lines(a) === lines(b),
};

const print = (value: Value): string =>
  value === undefined ? "" : typeof value === "string" ? value : value.join(", ");

function describeDynamic(
  code: "evaluate/schema-made-at-run-time" | "evaluate/schema-changed-at-run-time",
  objects: readonly ComparedObject[],
  place: (object: ComparedObject) => Location | undefined,
): readonly Diagnostic[] {
  const byPlace = Map.groupBy(objects, (object) => JSON.stringify(place(object)));
  return [...byPlace.values()].map((each) => {
    const names = each.map(({ kind, name }) => `${kind} ${name}`);
    const shown = names.slice(0, 3).join(", ") + (names.length > 3 ? " …" : "");
    const location = each[0] && place(each[0]);
    return diagnose(code, { count: names.length, names: shown }, { ...(location && { location }) });
  });
}

function summarise(results: readonly Compared[], atRunTime: number): SchemaComparison {
  const kinds = [...Map.groupBy(results, ({ kind }) => kind)].map(([kind, each]) => ({
    kind,
    compared: each.length,
    differing: each.filter(({ diagnostics }) => diagnostics.length > 0).length,
  }));
  const sum = (field: "compared" | "differing") =>
    kinds.reduce((total, kind) => total + kind[field], 0);
  return { kinds, compared: sum("compared"), differing: sum("differing"), atRunTime };
}
