/** The one Diagnostic: its catalogue of codes, its constructor, its printed forms. */
export { catalogue, type DiagnosticArguments, type DiagnosticCode } from "./catalogue/index.ts";
export type { Expectation, FoundValue } from "./catalogue/input/expectations.ts";
export type { RegionObstacle } from "./catalogue/output/regions.ts";
export type { SyntaxProblem } from "./catalogue/input/yaml.ts";
export { diagnose, type Diagnostic, type Fix, type RelatedPlace } from "./diagnostic.ts";
export { formatFinding, sortDiagnostics, toFinding, type Finding } from "./format.ts";
export { isFreezable } from "./freezable.ts";
export { linkRules } from "./link-rules.ts";
export { hasErrors, joinOutcomes, outcome, type Outcome } from "./outcome.ts";
export { suggest } from "./suggest.ts";
export type { Severity } from "./severity.ts";
