import type { Fact } from "#model/fact.ts";
import type { SchemaChange, SchemaObject } from "#model/schema/change.ts";
import type { ProjectSettings } from "#model/settings.ts";
import type { SchemaReader } from "../sql/schema-versions.ts";
import { followReleases, fromFolder } from "./follow-releases.ts";

/** What became of every object between two versions of a schema. */
export type CompareSchemas = (
  before: readonly SchemaObject[],
  after: readonly SchemaObject[],
) => readonly SchemaChange[];

/** The facts, with what each release changed in the schema of a project that has migrations. */
export function withReleaseSchemas(
  root: string,
  { sources: { sql: entries } }: ProjectSettings,
  { facts, compare }: { readonly facts: readonly Fact[]; readonly compare: CompareSchemas },
): Promise<readonly Fact[]> {
  let read: SchemaReader | undefined;
  return followReleases<SchemaObject, SchemaChange>(facts, "schemaChanges", {
    root,
    entries,
    name: "release-schemas",
    isPart: (path) => /\.(?:p?sql|pgsql|ddl)$/i.test(path),
    read: fromFolder(async (folder) => {
      const { schemaReader } = await import("../sql/schema-versions.ts");
      read ??= schemaReader();
      return read({ root: folder, entries });
    }),
    compare: (before, after) => compare(before, after).filter((each) => each.with === undefined),
  });
}
