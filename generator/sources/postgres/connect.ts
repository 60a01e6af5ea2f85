import { importOptional, type Row, type Server } from "./server.ts";

/** The part of the package `pg` that is used; it is installed only by those who connect. */
interface PgModule {
  readonly default: {
    readonly Client: new (options: { readonly connectionString: string }) => {
      readonly connect: () => Promise<void>;
      readonly query: (sql: string) => Promise<{ readonly rows: readonly Row[] }>;
      readonly end: () => Promise<void>;
    };
  };
}

/** A server elsewhere, which is only read; the name of the package when that is not installed. */
export async function connect(url: string): Promise<Server | string> {
  const module = (await importOptional("pg")) as PgModule | undefined;
  if (module === undefined) return "pg";
  const client = new module.default.Client({ connectionString: url });
  await client.connect();
  // One snapshot, and nothing can be written, whatever is asked.
  await client.query("begin transaction isolation level repeatable read read only");
  return {
    query: async (sql) => (await client.query(sql)).rows,
    close: () => client.end(),
  };
}
