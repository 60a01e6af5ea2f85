/**
 * Every way a link can be wrong for tracing, the gravest first: all that hold are kept, the first of
 * them is its state. `covers` says that nothing is.
 */
export const linkStates = [
  "invalid-ref",
  "ambiguous",
  "outdated",
  "predated",
  "orphaned",
  "forbidden",
  "unwanted",
  "inactive-target",
  "suspect",
  "unpinned",
  "covers",
] as const;
export type LinkState = (typeof linkStates)[number];

/** How far an item is covered, from best to worst; of several the worst wins. */
export const coverageStates = [
  "covered",
  "justified",
  "suspect",
  "stale",
  "unverified",
  "failing",
  "partial",
  "uncovered",
  "cyclic",
] as const;
export type CoverageState = (typeof coverageStates)[number];

/** What a test, a check or a criterion shows of what it verifies; only `passing` counts. */
export const evidenceVerdicts = [
  "passing",
  "failing",
  "error",
  "skipped",
  "not-run",
  "stale",
  "unknown",
] as const;
export type EvidenceVerdict = (typeof evidenceVerdicts)[number];
