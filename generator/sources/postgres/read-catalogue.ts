import type { ComparedObject } from "#model/schema/compared.ts";
import {
  columnsQuery,
  constraintsQuery,
  indexesQuery,
  relationsQuery,
} from "./catalogue/relations.ts";
import { definitionsQuery, rulesQuery } from "./catalogue/definitions.ts";
import { rightsQuery, rolesQuery } from "./catalogue/rights.ts";
import { policiesQuery, routinesQuery, triggersQuery } from "./catalogue/routines.ts";
import {
  eventTriggersQuery,
  extensionsQuery,
  jobsQuery,
  namespacesQuery,
  publicationsQuery,
  typesQuery,
} from "./catalogue/types.ts";
import type { Row, Server } from "./server.ts";

const queries: readonly string[] = [
  namespacesQuery,
  extensionsQuery,
  relationsQuery,
  columnsQuery,
  constraintsQuery,
  indexesQuery,
  routinesQuery,
  triggersQuery,
  policiesQuery,
  typesQuery,
  publicationsQuery,
  eventTriggersQuery,
  definitionsQuery,
  rulesQuery,
];

/** An object as the server knows it, with the number that it gave to it. */
export interface ServerObject extends ComparedObject {
  readonly oid?: number;
}

/** Everything that is not PostgreSQL's own and not an extension's, in canonical text. */
export async function readCatalogue(server: Server): Promise<readonly ServerObject[]> {
  // Without a search path PostgreSQL writes every name in full.
  await server.query("select set_config('search_path', '', false)");
  const rows: Row[] = [];
  for (const query of queries) rows.push(...(await server.query(query)));
  const [cron] = await server.query("select to_regclass('cron.job') is not null as there");
  if (cron?.["there"] === true) rows.push(...(await server.query(jobsQuery)));
  return rows.map(readObject).filter(({ kind, name }) => !isSystem(kind, name));
}

/** The same with roles, owners and grants: for a server on which nobody else has granted anything. */
export async function readWithRights(server: Server): Promise<readonly ServerObject[]> {
  const objects = await readCatalogue(server);
  const rights = new Map(
    (await server.query(rightsQuery)).map((row) => {
      const { kind, name, facts } = readObject(row);
      return [`${kind} ${name}`, facts] as const;
    }),
  );
  const roles = (await server.query(rolesQuery)).map(readObject);
  const withRights = objects.map((object) => {
    const facts = rights.get(`${object.kind} ${object.name}`);
    return facts === undefined ? object : { ...object, facts: { ...object.facts, ...facts } };
  });
  return [...withRights, ...roles];
}

const systemSchema =
  /^(?:pg_catalog|pg_toast|pg_temp_\d+|pg_toast_temp_\d+|information_schema)(?:\.|$)/;

const withoutSchema: ReadonlySet<string> = new Set([
  "extension",
  "publication",
  "event-trigger",
  "cron-job",
  "role",
  "default-privilege",
  "definition",
]);

const isSystem = (kind: string, name: string): boolean =>
  !withoutSchema.has(kind) && systemSchema.test(name);

/** One row of a query about objects. */
export function readObject(row: Row): ServerObject {
  const facts = row["facts"] as Readonly<Record<string, unknown>>;
  const written = Object.entries({
    ...facts,
    ...("comment" in row && { comment: row["comment"] }),
  });
  const oid = row["oid"];
  return {
    kind: String(row["kind"]),
    name: String(row["name"]),
    facts: Object.fromEntries(written.map(([name, value]) => [name, textOf(value)])),
    ...(typeof oid === "string" && { oid: Number(oid) }),
  };
}

function textOf(value: unknown): string | readonly string[] | undefined {
  if (value === null || value === undefined) return undefined;
  if (Array.isArray(value)) return value.map(String);
  return typeof value === "string" ? value : JSON.stringify(value);
}
