import { loadSettings } from "#config/index.ts";
import { outcome, type Outcome } from "#diagnostics/index.ts";
import { listFiles } from "#sources/files.ts";
import type { Arguments } from "../command.ts";

/** The pages that a project's settings name as its own, and where the project lies. */
export interface AuthoredPages {
  readonly root: string;
  /** Relative to it. */
  readonly files: ReadonlySet<string>;
}

/** Finds the pages of a project; what is marked `foreign` is somebody else's to mend. */
export async function authoredPages({
  config,
}: Arguments): Promise<Outcome<AuthoredPages | undefined>> {
  const { value: settings, diagnostics } = loadSettings(config);
  if (settings === undefined) return outcome(undefined, diagnostics);
  const { root } = settings;
  const entries = settings.projects.flatMap(({ sources }) => sources.pages);
  const own = entries.filter(({ foreign }) => !foreign);
  const listed = await listFiles({ root, entries: own }, { endings: ["md", "markdown"] });
  const files = new Set(listed.value.map(({ path }) => path));
  return outcome({ root, files }, diagnostics);
}
