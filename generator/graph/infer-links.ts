import { diagnose, type Diagnostic, outcome, type Outcome, suggest } from "#diagnostics/index.ts";
import type { Reference } from "#model/fact.ts";
import { type Item, type ItemId, itemName } from "#model/item.ts";
import type { Location } from "#model/location.ts";

/**
 * Links that nobody wrote but names prove: a PostgREST path `/rpc/<function>` calls a function,
 * `/<table>` reads a table or view (https://docs.postgrest.org, "Functions as RPC", "Tables and
 * Views"), and so do calls of its client in code. What the migrations do not create is reported,
 * when there are any.
 */
export function inferReferences(items: ReadonlyMap<ItemId, Item>): Outcome<readonly Reference[]> {
  const database = databaseOf(items);
  const references: Reference[] = [];
  const missing: Diagnostic[] = [];
  for (const use of usesOf(items)) {
    const targets = findTargets(use, database);
    references.push(
      ...targets.map(({ id }) => ({
        from: use.from,
        role: use.role,
        to: id,
        location: use.location,
        inferred: true,
      })),
    );
    if (targets.length === 0 && use.isCertain && mayReport(use, database)) {
      missing.push(describeMissing(use, database));
    }
  }
  return outcome(references, missing);
}

/** Something names a table, view or function of the database. */
interface Use {
  readonly from: ItemId;
  readonly role: "reads" | "writes" | "calls";
  readonly name: string;
  readonly namespace?: string;
  readonly location: Location;
  /** False when it may be something else: a path of an API that is not PostgREST's. */
  readonly isCertain: boolean;
}

const readingMethods: ReadonlySet<string> = new Set(["GET", "HEAD"]);

function usesOf(items: ReadonlyMap<ItemId, Item>): readonly Use[] {
  const all = [...items.values()];
  const postgrest = new Set(
    all.flatMap((item) =>
      item.kind === "operation" && item.attributes.rpc !== undefined ? [item.location.file] : [],
    ),
  );
  return all.flatMap((item) => {
    if (item.kind === "operation") return operationUse(item, postgrest);
    return item.kind === "module" ? moduleUses(item) : [];
  });
}

/** A document with one `/rpc/` path is PostgREST's, so its other paths are tables and views. */
function operationUse(item: Item<"operation">, postgrest: ReadonlySet<string>): readonly Use[] {
  const { rpc, relation, method } = item.attributes;
  const { id: from, location } = item;
  if (rpc !== undefined) return [{ from, role: "calls", name: rpc, location, isCertain: true }];
  if (relation === undefined) return [];
  const role = readingMethods.has(method) ? "reads" : "writes";
  return [{ from, role, name: relation, location, isCertain: postgrest.has(location.file) }];
}

const moduleUses = ({ id, attributes }: Item<"module">): readonly Use[] =>
  (attributes.databaseCalls ?? []).map(({ symbol = id, ...call }) => ({
    ...call,
    from: symbol as ItemId,
    isCertain: true,
  }));

const relationKinds: ReadonlySet<string> = new Set(["table", "view", "materialized-view"]);
const functionKinds: ReadonlySet<string> = new Set(["function"]);

type Candidate = Item<"table" | "view" | "materialized-view" | "function">;

/** What the migrations create, by its name alone: PostgREST shows one schema at a time. */
interface Database {
  readonly isKnown: boolean;
  readonly namespaces: ReadonlySet<string>;
  readonly byName: ReadonlyMap<string, readonly Candidate[]>;
}

function databaseOf(items: ReadonlyMap<ItemId, Item>): Database {
  const all = [...items.values()];
  const candidates = all.filter(
    (item): item is Candidate => relationKinds.has(item.kind) || functionKinds.has(item.kind),
  );
  return {
    isKnown: all.some(({ kind }) => kind === "migration"),
    namespaces: new Set(candidates.map(({ attributes }) => attributes.namespace)),
    byName: Map.groupBy(candidates, ({ id }) => bareName(id)),
  };
}

const bareName = (id: ItemId): string =>
  itemName(id)
    .replace(/\(.*$/s, "")
    .replace(/^[^.]*\./, "");

const kindsFor = ({ role }: Use): ReadonlySet<string> =>
  role === "calls" ? functionKinds : relationKinds;

const findTargets = (use: Use, { byName }: Database): readonly Candidate[] =>
  (byName.get(use.name) ?? []).filter(
    ({ kind, attributes }) =>
      kindsFor(use).has(kind) &&
      (use.namespace === undefined || attributes.namespace === use.namespace),
  );

/** Nothing can be said of a schema that somebody else makes (`auth`, `storage`). */
const mayReport = ({ namespace }: Use, { isKnown, namespaces }: Database): boolean =>
  isKnown && (namespace === undefined || namespaces.has(namespace));

function describeMissing(use: Use, { byName }: Database): Diagnostic {
  const names = [...byName].flatMap(([name, candidates]) =>
    candidates.some(({ kind }) => kindsFor(use).has(kind)) ? [name] : [],
  );
  const code = use.role === "calls" ? "graph/no-such-function" : "graph/no-such-table";
  const name = use.namespace === undefined ? use.name : `${use.namespace}.${use.name}`;
  const suggestions = suggest(use.name, names);
  return diagnose(code, { name }, { location: use.location, target: use.name, suggestions });
}
