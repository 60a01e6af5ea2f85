import { itemName } from "#model/item.ts";
import type { FileDigest, RecordFault, SignOffResult, SignOffState } from "#model/sign-off.ts";
import { graphMetrics } from "../criteria/counts.ts";
import { canonicalBytes, scopeDigest } from "#data/canonical.ts";
import { makeStatement, type Statement, type StatementParts } from "./statement.ts";

/** What became of a statement since it was signed. */
export interface StatementCheck extends Pick<SignOffResult, "changes"> {
  readonly state: Exclude<SignOffState, "unsigned" | "unjudged">;
  readonly fault?: RecordFault;
}

export const noChanges: SignOffResult["changes"] = { added: [], changed: [], removed: [] };

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
  { gate, sequence, files }: StatementParts,
): RecordFault | undefined {
  if (predicate.gate !== itemName(gate.id) || predicate.sequence !== sequence) return "other-gate";
  if (subject[0].digest.sha256 !== scopeDigest(predicate.inputs)) return "inconsistent";
  const { previous } = makeStatement({
    gate,
    sequence,
    files,
    criteria: [],
    asOf: undefined,
  }).predicate;
  return previous.sha256 === predicate.previous.sha256 ? undefined : "broken-chain";
}

function compareFiles(
  before: readonly FileDigest[],
  after: readonly FileDigest[],
): SignOffResult["changes"] {
  const old = new Map(before.map(({ path, sha256 }) => [path, sha256]));
  const young = new Map(after.map(({ path, sha256 }) => [path, sha256]));
  const sorted = (paths: Iterable<string>): readonly string[] => [...new Set(paths)].toSorted();
  return {
    added: sorted([...young.keys()].filter((path) => !old.has(path))),
    changed: sorted(
      [...young].flatMap(([path, digest]) =>
        old.has(path) && old.get(path) !== digest ? [path] : [],
      ),
    ),
    removed: sorted([...old.keys()].filter((path) => !young.has(path))),
  };
}

const isSame = (a: unknown, b: unknown): boolean => canonicalBytes(a).equals(canonicalBytes(b));

const hasSameResults = (a: Predicate, b: Predicate): boolean =>
  isSame([a.criteria, a.waivers], [b.criteria, b.waivers]);

/** Counts may take in what lies outside the scope; everything else is decided by the scope. */
const dependsOnScopeAlone = (a: Predicate, b: Predicate): boolean => {
  const others = ({ criteria, waivers }: Predicate) => [
    criteria.filter(({ metric = "", expression }) => !graphMetrics.has(metric) && !expression),
    waivers,
  ];
  return !isSame(others(a), others(b)) || a.criteria.length !== b.criteria.length;
};
