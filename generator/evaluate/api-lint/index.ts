import { catalogue, diagnose, type Diagnostic } from "#diagnostics/index.ts";
import type { ApiRemark, ApiRule } from "#model/api/quality.ts";
import type { LintFinding } from "#model/evaluation.ts";
import type { ItemId } from "#model/item.ts";
import { type Graph, itemsOf } from "#model/graph.ts";

const codeOf = (rule: ApiRule) => `evaluate/api-${rule}` as const;

/** What could be better in the documents. Sources of others are only noted. */
export const lintApis = (graph: Graph): readonly LintFinding[] =>
  itemsOf(graph, "api").flatMap(({ attributes: { quality } }) =>
    inOrder(quality?.remarks ?? []).map(({ rule, item, location, args }) => ({
      code: codeOf(rule),
      severity: severityOf(rule, quality?.foreign === true),
      item: item as ItemId,
      location,
      args,
    })),
  );

/** The rules as they come, each from the top of its files down. */
const inOrder = (remarks: readonly ApiRemark[]): readonly ApiRemark[] =>
  [...Map.groupBy(remarks, ({ rule }) => rule).values()].flatMap((group) =>
    group.toSorted(({ location: a }, { location: b }) =>
      a.file === b.file
        ? (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)
        : a.file < b.file
          ? -1
          : 1,
    ),
  );

const severityOf = (rule: ApiRule, foreign: boolean): LintFinding["severity"] =>
  !foreign && catalogue[codeOf(rule)].severity === "warning" ? "warning" : "info";

/** The findings, for whoever mends the documents. */
export const describeApiLint = (findings: readonly LintFinding[]): readonly Diagnostic[] =>
  findings.map(({ code, severity, location, args }) =>
    diagnose(code as ReturnType<typeof codeOf>, args as never, { location, severity }),
  );
