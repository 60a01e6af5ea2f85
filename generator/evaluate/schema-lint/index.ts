import { diagnose, type Diagnostic, catalogue } from "#diagnostics/index.ts";
import type { LintFinding } from "#model/evaluation.ts";
import type { Graph } from "#model/graph.ts";
import type { Item } from "#model/item.ts";
import type { Location } from "#model/location.ts";
import type { Suppression } from "#model/schema/migration-operations.ts";
import { compatibilityRules } from "./compatibility/index.ts";
import { lockRules } from "./locks/index.ts";
import type { Found, LintRule } from "./rule.ts";
import { readSchema, type Schema } from "./schema.ts";
import { securityRules } from "./security/index.ts";
import { structureRules } from "./structure/index.ts";
import { typeRules } from "./types/index.ts";

/** Every rule about a schema and its migrations; a new one is a file and a line in its family. */
const rules: readonly LintRule[] = [
  ...securityRules,
  ...structureRules,
  ...typeRules,
  ...lockRules,
  ...compatibilityRules,
];

/** What these rules warn of happens once: when a migration is applied. */
const aboutTheRun: ReadonlySet<string> = new Set(
  [...lockRules, ...compatibilityRules].map(({ code }) => code),
);

/**
 * What could be better in the schema: by rule, then by place. Only noted are sources of others, and
 * what applying a migration did that a release already holds.
 */
export function lintSchema(graph: Graph): readonly LintFinding[] {
  const schema = readSchema(graph);
  if (schema.migrations.length === 0) return [];
  const suppressions = suppressionsOf(schema);
  return rules.flatMap(({ code, find }) =>
    find(schema)
      .map((found) => findingOf(code, found, { graph, suppressions }))
      .sort((a, b) => compare(keyOf(a.location), keyOf(b.location))),
  );
}

interface Surroundings {
  readonly graph: Graph;
  readonly suppressions: readonly Suppression[];
}

function findingOf(
  code: LintRule["code"],
  { item, args, location = item.location, severity }: Found,
  { graph, suppressions }: Surroundings,
): LintFinding {
  const usual = catalogue[code].severity === "info" ? "info" : "warning";
  const isPast = aboutTheRun.has(code) && isReleased(graph, item);
  const suppression = suppressions.find((each) => covers(each, code, location));
  return {
    code,
    severity: isPast || isForeign(graph, item) ? "info" : (severity ?? usual),
    item: item.id,
    location,
    args: args as LintFinding["args"],
    ...(suppression && { ignored: suppression.reason }),
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const keyOf = ({ file, line = 0, column = 0 }: Location): string =>
  [file, ...[line, column].map((number) => String(number).padStart(9, "0"))].join("\0");

const isForeign = (graph: Graph, item: Item): boolean =>
  item.kind === "migration"
    ? item.attributes.foreign === true
    : (graph.outgoing.get(item.id) ?? []).some(
        ({ role, foreign }) => role === "created-by" && foreign === true,
      );

/** A release holds the migration: where it was to be applied, it was. */
const isReleased = (graph: Graph, { id }: Item): boolean =>
  (graph.outgoing.get(id) ?? []).some(({ role, target }) => {
    const commit = role === "created-by" && target ? graph.items.get(target) : undefined;
    return commit?.kind === "commit" && commit.attributes.release !== undefined;
  });

const suppressionsOf = ({ migrations }: Schema): readonly Suppression[] =>
  migrations.flatMap(({ attributes }) => attributes.suppressions ?? []);

/** What people write in `rastro-ignore`: a code without what all codes of this kind start with. */
const ruleOf = (code: string): string => code.replace("evaluate/schema-", "");

const covers = ({ rule, reason, location, from, to }: Suppression, code: string, at: Location) =>
  rule === ruleOf(code) &&
  reason !== "" &&
  location.file === at.file &&
  from <= (at.line ?? 0) &&
  (at.line ?? 0) <= to;

/** The findings that nobody turned off, and the comments that turn nothing off. */
export function describeLint(
  graph: Graph,
  findings: readonly LintFinding[],
): readonly Diagnostic[] {
  const open = findings.filter(({ ignored }) => ignored === undefined);
  return [
    ...open.map(({ code, severity, location, args }) =>
      diagnose(code as LintRule["code"], args as never, { location, severity }),
    ),
    ...suppressionsOf(readSchema(graph)).flatMap((each) => describeSuppression(each, findings)),
  ];
}

function describeSuppression(
  suppression: Suppression,
  findings: readonly LintFinding[],
): readonly Diagnostic[] {
  const { rule, reason, location } = suppression;
  if (reason === "")
    return [diagnose("evaluate/schema-ignored-without-reason", { rule }, { location })];
  if (findings.some((each) => covers(suppression, each.code, each.location))) return [];
  return [diagnose("evaluate/schema-nothing-to-ignore", { rule }, { location })];
}
