import type { Language } from "./page.ts";

/** A part of a committed file that is made, between `<!-- rastro:begin … -->` and `<!-- rastro:end -->`. */
export interface MarkedRegion {
  readonly name: string;
  /** What stands after the name: `depth=2`. */
  readonly options: Readonly<Record<string, string>>;
  /** Of the marker that begins it, from 1. */
  readonly line: number;
  /** Of the marker that ends it. */
  readonly endLine: number;
  /** What stands before the markers, inside a list. */
  readonly indent: string;
}

/** A committed file of Markdown with regions. */
export interface MarkedFile {
  /** Relative to the root. */
  readonly file: string;
  /** Without a byte order mark. */
  readonly text: string;
  readonly regions: readonly MarkedRegion[];
  /** Of what is made; the first language of the settings when absent. */
  readonly language?: Language;
}

/** Everything that regions are made of and the graph does not know. */
export interface RegionSources {
  readonly files: readonly MarkedFile[];
  /** The files that options name, by their paths; without those that cannot be read. */
  readonly named: ReadonlyMap<string, string>;
  /** The files of the repository, sorted; absent when nobody asks, or git does not tell. */
  readonly tracked?: readonly string[];
}

/** A committed file as it is and as it would be. */
export interface CommittedFile {
  readonly file: string;
  /** Absent for a file that is made as a whole: what is there is read when it is compared. */
  readonly before?: string;
  readonly after: string;
  /** The regions that differ, with the lines that are there and those that would be. */
  readonly changed: readonly ChangedRegion[];
}

export interface ChangedRegion {
  readonly name: string;
  /** Of the first line inside it. */
  readonly line: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** By this a badge of ours is known; nothing else that is in its place is overwritten. */
export const badgeMark = "<!-- rastro:badge -->";
