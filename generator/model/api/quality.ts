import type { Location } from "../location.ts";

/** What could be better in one OpenAPI document, as its source sees it; severity is not its to say. */
export interface ApiQuality {
  readonly foreign: boolean;
  readonly coverage: readonly ApiCoverage[];
  /** In the order of the rules, then of the document. */
  readonly remarks: readonly ApiRemark[];
}

export const coveredParts = [
  "operations",
  "parameters",
  "responses",
  "schemas",
  "properties",
  "examples",
] as const;
export type CoveredPart = (typeof coveredParts)[number];

/** Of all parts of a kind, those that are described; of all bodies, those with an example. */
export interface ApiCoverage {
  readonly part: CoveredPart;
  readonly good: number;
  readonly all: number;
}

/** One place where a rule is not kept; the words are those of `evaluate/api-<rule>`. */
export interface ApiRemark {
  readonly rule: ApiRule;
  /** The id of an item. */
  readonly item: string;
  readonly location: Location;
  readonly args: Readonly<Record<string, string>>;
}

export const apiRuleNames = [
  "path-parameter-missing",
  "path-parameter-extra",
  "path-ambiguous",
  "parameter-duplicate",
  "security-not-defined",
  "scope-not-defined",
  "value-does-not-fit",
  "value-not-checked",
  "tag-not-declared",
  "unused-component",
  "no-success-response",
  "no-error-response",
  "no-operation-id",
  "not-described",
  "no-example",
] as const;
export type ApiRule = (typeof apiRuleNames)[number];
