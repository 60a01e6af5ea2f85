import type { ItemId } from "../item.ts";
import type { Location } from "../location.ts";

/** What a link was written or reviewed against. */
export interface LinkPin {
  /** The revision that it names: `P3~2`. */
  readonly rev?: number;
  /** Of the whole target, or its first digits, as its author or a test run recorded it. */
  readonly digest?: string;
}

/** Short digests of normative fields, by their names. */
export type FieldDigests = Readonly<Record<string, string>>;

/** One line of `trace.lock`: a link, as somebody reviewed it. */
export interface ReviewedLink {
  readonly from: ItemId;
  readonly role: string;
  readonly to: ItemId;
  /** Of what the link leads to, when the role looks up. */
  readonly target?: FieldDigests;
  /** Of where it comes from, when the role looks down. */
  readonly source?: FieldDigests;
  readonly reason?: string;
  readonly location: Location;
}

/** The reviews that a project keeps; without the file none are asked for. */
export interface TraceLock {
  readonly file: string;
  readonly reviewed: readonly ReviewedLink[];
}

/** One review as a line of the file. */
const formatReview = ({ from, role, to, target, source, reason }: ReviewedLink): string =>
  JSON.stringify({ from, role, to, target, source, reason });

/** The whole file: one line a link, sorted, so that reviews on two branches rarely meet. */
export function formatLock(reviewed: readonly ReviewedLink[]): string {
  const lines = reviewed.map(formatReview);
  const header =
    "# Links as they were reviewed, written by `rastro accept`. Do not edit: review again.";
  return `${[header, ...[...new Set(lines)].sort()].join("\n")}\n`;
}
