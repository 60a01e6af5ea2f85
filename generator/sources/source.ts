import type { Outcome } from "#diagnostics/index.ts";
import type { Fact } from "#model/fact.ts";
import type { SourceEntry } from "#model/settings.ts";

/** What a source is asked to read. */
export interface SourceRequest {
  /** Absolute path of the project; nothing outside it is read. */
  readonly root: string;
  readonly entries: readonly SourceEntry[];
  /** The last migration to apply, by its name or how that starts; all of them when absent. */
  readonly until?: string;
}

/** Reads one kind of thing from the world and reports facts. It never judges, and never throws for a user's mistake. */
export type Source = (request: SourceRequest) => Promise<Outcome<readonly Fact[]>>;
