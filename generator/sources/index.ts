/**
 * One adapter per kind of source; reads the world, never judges.
 * @module
 */
import { joinOutcomes, outcome, type Outcome } from "#diagnostics/index.ts";
import type { Fact } from "#model/fact.ts";
import type { RegionSources } from "#model/pages/region.ts";
import type { ProjectSettings, Settings, SourceName } from "#model/settings.ts";
import { sourceNames } from "#model/settings.ts";
import { findAssets } from "./assets.ts";
import type { Source } from "./source.ts";

export { readAssets } from "./assets.ts";
export { readCommitted } from "./committed.ts";
export { readGates } from "./gates/index.ts";
export { withMigrationCommits } from "./releases/migration-commits.ts";
export { withReleaseApis } from "./releases/release-apis.ts";
export { withReleaseSymbols } from "./releases/release-symbols.ts";
export { withReleaseSchemas } from "./releases/release-schemas.ts";

/** One adapter per kind of source; loaded only when settings name it, for their parsers are heavy. */
const loaders: Partial<Record<SourceName, () => Promise<Source>>> = {
  openapi: async () => (await import("./openapi/index.ts")).openapi,
  sql: async () => (await import("./sql/index.ts")).readSql,
  git: async () => (await import("./git/read-git.ts")).readGit,
  programme: async () => (await import("./programme/index.ts")).readProgramme,
  requirements: async () => (await import("./requirements/index.ts")).readRequirements,
  pages: async () => (await import("./pages/index.ts")).readPages,
  typescript: async () => (await import("./typescript/read-typescript.ts")).readTypeScript,
  tests: async () => (await import("./tests/read-tests.ts")).readTests,
};

/** The committed files that have regions; most settings name none. */
export async function readRegions(
  settings: Pick<Settings, "root" | "regions">,
): Promise<Outcome<RegionSources>> {
  if (settings.regions.length === 0) return outcome({ files: [], named: new Map() });
  return (await import("./regions/read-regions.ts")).readRegionFiles(settings);
}

/** Reads everything that a project's settings name. No source stops another. */
export async function readSources(
  { root, schemaAt }: Pick<Settings, "root" | "schemaAt">,
  project: ProjectSettings,
): Promise<Outcome<readonly Fact[]>> {
  const named = sourceNames.filter((name) => project.sources[name].length > 0);
  const outcomes = await Promise.all(
    named.map(async (name) => {
      const source = await loaders[name]?.();
      const until = name === "sql" ? schemaAt : undefined;
      const request = {
        root,
        entries: project.sources[name],
        ...(until !== undefined && { until }),
      };
      return source ? source(request) : joinOutcomes<Fact>([]);
    }),
  );
  const { value: facts, diagnostics } = joinOutcomes(outcomes);
  const assets = findAssets(root, facts);
  const known = await withKnownAge([...facts, ...assets.value], { root, project });
  return outcome(known.value, [...diagnostics, ...assets.diagnostics, ...known.diagnostics]);
}

/** Results of tests that are older than what they speak of are told from the others. */
async function withKnownAge(
  facts: readonly Fact[],
  { root, project }: { readonly root: string; readonly project: ProjectSettings },
): Promise<Outcome<readonly Fact[]>> {
  if (project.sources.tests.length === 0) return outcome(facts);
  return (await import("./tests/stale-results.ts")).withStaleResults(root, facts);
}
