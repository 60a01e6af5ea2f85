import type { ApiEffect } from "#model/api/change.ts";

type Effects = readonly [request: ApiEffect, response: ApiEffect];

const [b, c, u] = ["breaking", "compatible", "unclassified"] as const;

/** Fewer values than before: a request may be refused now, an answer holds no surprise. */
const narrower: Effects = [b, c];
const wider: Effects = [c, b];
/** Neither more nor less: whoever holds an old value may hold a wrong one. */
const other: Effects = [b, b];
const note: Effects = [c, c];
const unknown: Effects = [u, u];

/** A limit that grows or shrinks; a new one is often only what was always refused. */
const limit = (name: string, widens: "increased" | "decreased"): readonly [string, Effects][] => [
  [`${name}-set`, [u, c]],
  [`${name}-unset`, wider],
  [`${name}-increased`, widens === "increased" ? wider : narrower],
  [`${name}-decreased`, widens === "decreased" ? wider : narrower],
];

/** A keyword that only ever forbids values. */
const condition = (name: string): readonly [string, Effects][] => [
  [`${name}-added`, narrower],
  [`${name}-removed`, wider],
  [`${name}-changed`, unknown],
];

const schemaEffects: readonly (readonly [string, Effects])[] = [
  ["type-changed", other],
  ["type-generalized", wider],
  ["type-specialized", narrower],
  ["format-added", [u, c]],
  ["format-removed", [c, u]],
  ["format-changed", other],
  ["format-generalized", wider],
  ["format-specialized", narrower],
  ["became-nullable", wider],
  ["became-not-nullable", narrower],
  ["became-enum", narrower],
  ["no-longer-enum", [c, u]],
  ["enum-value-added", [c, u]],
  ["enum-value-removed", narrower],
  ["const-added", narrower],
  ["const-removed", wider],
  ["const-changed", other],
  ["default-value-added", note],
  ["default-value-removed", note],
  ["default-value-changed", note],
  ["pattern-added", narrower],
  ["pattern-removed", note],
  ["pattern-changed", [u, c]],
  ["unique-items-set", narrower],
  ["unique-items-unset", [c, u]],
  ["required-property-added", narrower],
  ["optional-property-added", note],
  ["required-property-removed", [u, b]],
  ["optional-property-removed", unknown],
  ["property-forbidden", [b, u]],
  ["became-required", narrower],
  ["became-optional", wider],
  ["became-read-only", note],
  ["became-not-read-only", note],
  ["became-write-only", note],
  ["became-not-write-only", [c, u]],
  ["additional-properties-forbidden", narrower],
  ["additional-properties-allowed", note],
  ["additional-properties-restricted", narrower],
  ["additional-properties-unrestricted", [c, u]],
  ["items-restricted", narrower],
  ["items-unrestricted", wider],
  ["prefix-items-added", wider],
  ["prefix-items-removed", narrower],
  ["one-of-added", wider],
  ["one-of-removed", narrower],
  ["any-of-added", [c, u]],
  ["any-of-removed", narrower],
  ["alternatives-introduced", unknown],
  ["alternatives-dropped", unknown],
  ["discriminator-added", note],
  ["discriminator-removed", note],
  ["discriminator-property-name-changed", unknown],
  ["discriminator-mapping-added", note],
  ["discriminator-mapping-deleted", note],
  ["discriminator-mapping-changed", unknown],
  ["content-media-type-changed", other],
  ["content-encoding-changed", other],
  ...["max", "exclusive-max", "max-length", "max-items", "max-properties", "max-contains"].flatMap(
    (name) => limit(name, "increased"),
  ),
  ...["min", "exclusive-min", "min-length", "min-items", "min-properties", "min-contains"].flatMap(
    (name) => limit(name, "decreased"),
  ),
  ...[
    "multiple-of",
    "not",
    "if",
    "then",
    "else",
    "contains",
    "dependent-required",
    "dependent-schema",
    "pattern-property",
    "property-names",
    "unevaluated-items",
    "unevaluated-properties",
    "content-schema",
  ].flatMap(condition),
  ["not-compared", unknown],
];

const contentEffects: readonly (readonly [string, Effects])[] = [
  ["media-type-added", note],
  ["media-type-removed", other],
  ["media-type-schema-added", narrower],
  ["media-type-schema-removed", [c, u]],
  ["body-added-required", other],
  ["body-added-optional", note],
  ["body-removed", other],
  ["body-became-required", other],
  ["body-became-optional", note],
  ["success-status-added", note],
  ["success-status-removed", other],
  ["non-success-status-added", note],
  ["non-success-status-removed", note],
  ["header-added", note],
  ["required-header-removed", other],
  ["optional-header-removed", unknown],
];

const operationEffects: readonly (readonly [string, Effects])[] = [
  ["endpoint-added", note],
  ["endpoint-removed", other],
  ["endpoint-removed-with-deprecation", note],
  ["endpoint-removed-before-sunset", other],
  ["endpoint-removed-with-sunset", unknown],
  ["path-changed", other],
  ["path-parameter-renamed", note],
  ["webhook-added", note],
  ["webhook-removed", other],
  ["operation-id-changed", unknown],
  ["tag-added", note],
  ["tag-removed", note],
  ["security-required", other],
  ["security-opened", note],
  ["security-added", note],
  ["security-removed", other],
  ["security-scope-added", other],
  ["security-scope-removed", note],
  ["required-parameter-added", other],
  ["optional-parameter-added", note],
  ["parameter-removed", unknown],
  ["parameter-removed-with-deprecation", note],
  ["parameter-renamed", other],
  ["parameter-moved", other],
  ["style-changed", other],
  ["parameter-default-value-added", other],
  ["parameter-default-value-removed", other],
  ["parameter-default-value-changed", other],
];

const otherEffects: readonly (readonly [string, Effects])[] = [
  ["deprecated", note],
  ["reactivated", note],
  ["sunset-set", note],
  ["sunset-deleted", other],
  ["sunset-earlier", other],
  ["sunset-later", note],
  ["sunset-changed", unknown],
  ["stability-decreased", other],
  ["stability-increased", note],
  ["stability-changed", unknown],
  ["schema-added", note],
  ["schema-removed", note],
  ["security-scheme-added", note],
  ["security-scheme-removed", note],
  ["security-scheme-type-changed", other],
  ["security-scheme-changed", unknown],
  ["server-added", note],
  ["server-removed", unknown],
];

const effects: ReadonlyMap<string, Effects> = new Map([
  ...schemaEffects,
  ...contentEffects,
  ...operationEffects,
  ...otherEffects,
]);

/** Every rule there is. */
export const apiRules: readonly string[] = [...effects.keys()];

/** What a rule means for those who send the value, or for those who receive it. */
export function effectOfRule(rule: string, direction: "request" | "response"): ApiEffect {
  const found = effects.get(rule);
  if (found === undefined) throw new Error(`no rule is called ${rule}`);
  return direction === "request" ? found[0] : found[1];
}
