/** A row of an answer, by column. */
export type Row = Readonly<Record<string, unknown>>;

/** A PostgreSQL that answers, wherever it runs. */
export interface Server {
  readonly query: (sql: string) => Promise<readonly Row[]>;
  readonly close: () => Promise<void>;
}

/** Imports a package that users install only for this; undefined when they have not. */
export async function importOptional(name: string): Promise<unknown> {
  try {
    return await import(name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_MODULE_NOT_FOUND") return undefined;
    throw error;
  }
}
