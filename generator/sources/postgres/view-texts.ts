import type { ServerObject } from "./read-catalogue.ts";
import type { Server } from "./server.ts";

/** A view as the model has it. */
export interface ViewText {
  readonly name: string;
  readonly namespace: string;
  readonly query: string;
  readonly columns?: readonly string[];
}

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/**
 * Gives the views of a server their queries, to be compared with those of the model. Only the server
 * can tell whether two queries are the same: ours is made into a view, and printed as the other is.
 * A query that cannot be made again, for a column has another name since, is not compared.
 */
export async function withQueries(
  objects: readonly ServerObject[],
  views: readonly ViewText[],
  server: Server,
): Promise<readonly ServerObject[]> {
  const texts = new Map(views.map((view) => [view.name, view]));
  const compared: ServerObject[] = [];
  for (const object of objects) {
    const view = object.kind.endsWith("view") ? texts.get(object.name) : undefined;
    const query = view && (await queryOf(view, server));
    compared.push(query === undefined ? object : { ...object, facts: { ...object.facts, query } });
  }
  return compared;
}

/** The text of the model when it says what the server has, else what the server has. */
async function queryOf(view: ViewText, server: Server): Promise<string | undefined> {
  const { name, namespace, query, columns = [] } = view;
  const names = columns.length === 0 ? "" : ` (${columns.map(quote).join(", ")})`;
  const at = name.slice(namespace.length + 1);
  try {
    await server.query(`set search_path to ${quote(namespace)}, public, extensions`);
    await server.query(`create temp view rastro_probe${names} as ${query}`);
    await server.query("set search_path to ''");
    const [row] = await server.query(
      `select pg_get_viewdef('${quote(namespace).replaceAll("'", "''")}.${quote(at).replaceAll("'", "''")}'::regclass) as there,
        pg_get_viewdef('pg_temp.rastro_probe'::regclass) as ours`,
    );
    return row?.["there"] === row?.["ours"] ? query : String(row?.["there"]);
  } catch {
    return undefined;
  } finally {
    await server.query("drop view if exists pg_temp.rastro_probe");
  }
}
