import { PGlite } from "@electric-sql/pglite";
import { postgis } from "@electric-sql/pglite-postgis";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A SQL migration, as it lies in its folder. */
export interface Migration {
  readonly name: string;
  readonly text: string;
}

/** The migrations of a folder, in the order of application. */
export function readMigrations(folder: string): readonly Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));
}

/** PostgreSQL with PostGIS, in this process; it takes seconds to start. */
export const startDatabase = (): Promise<PGlite> => PGlite.create({ extensions: { postgis } });

/** Applies one migration in a transaction, as migration tools do; a failure names the file. */
export async function migrate(database: PGlite, { name, text }: Migration): Promise<void> {
  try {
    await database.exec(`begin;\n${text}\ncommit;`);
  } catch (error) {
    await database.exec("rollback");
    // Without its cause, which repeats the whole file.
    throw new Error(`${name}: ${(error as Error).message}`);
  }
}
