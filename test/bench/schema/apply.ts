import { PGlite } from "@electric-sql/pglite";
import { migrate, readMigrations } from "../../support/database.ts";

/** PostgreSQL in this process, applying the same files. */
const [folder = "."] = process.argv.slice(2);
const database = await PGlite.create();
for (const migration of readMigrations(folder)) await migrate(database, migration);
await database.close();
