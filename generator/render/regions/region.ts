import type { RegionObstacle } from "#diagnostics/index.ts";
import type { MarkedRegion, RegionSources } from "#model/pages/region.ts";
import type { Settings } from "#model/settings.ts";
import type { EvaluatedProject } from "../render.ts";
import type { Format, Words } from "../view.ts";

/** A command as `--help` shows it. */
export interface CommandLine {
  readonly usage: string;
  readonly summary: string;
}

/** What a region is made from. */
export interface RegionContext {
  /** The file that it stands in. */
  readonly file: string;
  readonly region: MarkedRegion;
  readonly words: Words;
  readonly format: Format;
  readonly sources: RegionSources;
  readonly commands: readonly CommandLine[];
  readonly settings: Pick<Settings, "asOf" | "writtenAsOf" | "siteUrl">;
}

/** What a region holds now; `kept` when this run cannot tell. */
export type Region =
  | {
      readonly lines: readonly string[];
      /** Files beside the Markdown that it shows, relative to the root. */
      readonly files?: readonly { readonly file: string; readonly content: string }[];
    }
  | { readonly impossible: RegionObstacle; readonly option: string }
  | "kept";

/** A kind of region: which options its marker may have, and how it is made. */
export type RegionKind = {
  readonly options: readonly string[];
} & (
  | { readonly of: "repository"; readonly make: (context: RegionContext) => Region }
  | {
      readonly of: "project";
      readonly make: (context: RegionContext, project: EvaluatedProject) => Region;
    }
);
