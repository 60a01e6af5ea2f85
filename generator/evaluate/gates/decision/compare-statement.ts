import { itemName } from "#model/item.ts";
import type { RecordFault, SignOffResult, SignOffState } from "#model/programme/sign-off.ts";
import { graphMetrics } from "../../criteria/counts.ts";
import { canonicalBytes, scopeDigest } from "#data/canonical.ts";
import { compareFiles, noChanges } from "./compare-files.ts";
import { countChanges, makeStatement, type Statement, type StatementParts } from "./statement.ts";

/** What became of a statement since it was signed. */
export interface StatementCheck extends Pick<SignOffResult, "changes" | "scope"> {
  readonly state: Exclude<SignOffState, "unsigned" | "unjudged">;
  readonly fault?: RecordFault;
}

/**
 * Makes the statement again from the files as they are. What changed in its scope makes it stale;
 * other results for the same files by the same tool can only have been written by hand.
 */
export function compareStatement(stored: Statement, parts: StatementParts): StatementCheck {
  const { predicate } = stored;
  const fault = findFault(stored, parts);
  if (fault !== undefined) return { state: "tampered", fault, changes: noChanges };
  const now = makeStatement(parts);
  const changes = compareFiles(
    [...predicate.inputs, predicate.policy],
    [...parts.files.inputs, parts.files.policy],
  );
  if (Object.values(changes).some((paths) => paths.length > 0))
    return { state: "stale", fault: "scope-changed", changes };
  if (hasSameResults(predicate, now.predicate)) return { state: "valid", changes: noChanges };
  if (predicate.tool.version !== parts.files.tool.version)
    return { state: "stale", fault: "other-tool", changes: noChanges };
  const state = dependsOnScopeAlone(predicate, now.predicate) ? "tampered" : "stale";
  return { state, fault: "results-differ", changes: noChanges };
}

type Predicate = Statement["predicate"];

/** What cannot be true of a statement, whatever happened since. */
function findFault(
  { subject, predicate }: Statement,
  { gate, sequence, before }: StatementParts,
): RecordFault | undefined {
  if (predicate.gate !== itemName(gate.id) || predicate.sequence !== sequence) return "other-gate";
  if (subject[0].digest.sha256 !== scopeDigest(predicate.inputs)) return "inconsistent";
  if ((before?.digest ?? null) !== predicate.previous.sha256) return "broken-chain";
  const isCounted = isSame(predicate.changesSince, countChanges(before, predicate));
  return isCounted ? undefined : "inconsistent";
}

const isSame = (a: unknown, b: unknown): boolean => canonicalBytes(a).equals(canonicalBytes(b));

const hasSameResults = (a: Predicate, b: Predicate): boolean =>
  isSame([a.criteria, a.waivers, a.graph], [b.criteria, b.waivers, b.graph]);

/**
 * Counts may take in what lies outside the scope, and an item there may bear the same id as one
 * inside; everything else is decided by the scope.
 */
const dependsOnScopeAlone = (a: Predicate, b: Predicate): boolean => {
  const others = ({ criteria, waivers }: Predicate) => [
    criteria.filter(({ metric = "", expression }) => !graphMetrics.has(metric) && !expression),
    waivers,
  ];
  return !isSame(others(a), others(b)) || a.criteria.length !== b.criteria.length;
};
