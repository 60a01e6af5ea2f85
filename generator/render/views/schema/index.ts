import type { View } from "../../view.ts";
import { schemaAccess } from "./access/schema-access.ts";
import { schemaFunction } from "./schema-function.ts";
import { schemaIndex } from "./schema-index.ts";
import { schemaLint } from "./lint/schema-lint.ts";
import { schemaMigration } from "./schema-migration.ts";
import { schemaMigrations } from "./migrations/schema-migrations.ts";
import { schemaNamespace } from "./namespaces/schema-namespace.ts";
import { schemaTable } from "./schema-table.ts";
import { schemaType } from "./schema-type.ts";
import { schemaView } from "./schema-view.ts";

/** The database as its migrations leave it. */
export const schemaViews: readonly View[] = [
  schemaIndex,
  schemaNamespace,
  schemaAccess,
  schemaLint,
  schemaTable,
  schemaView,
  schemaFunction,
  schemaType,
  schemaMigrations,
  schemaMigration,
];
