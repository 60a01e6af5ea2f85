import type { OperationVersion } from "#model/api/version.ts";
import { type Comparing, nameOf, type Place, report } from "./comparing.ts";
import { compareBodies, compareResponses } from "./compare-contents.ts";
import { compareParameters } from "./compare-parameters.ts";
import { compareSecurity } from "./compare-security.ts";
import { compareLifecycles } from "./lifecycle.ts";
import type { OperationMatch } from "./match-operations.ts";

/** Everything that became of one operation. */
export function compareOperation(comparing: Comparing, { before, after }: OperationMatch): void {
  const operation = after ?? before;
  if (operation === undefined) return;
  // What the API sends to its client travels as an answer does.
  const place: Place = {
    way: operation.webhook ? "response" : "request",
    at: "",
    operation,
    through: [],
  };
  if (before && after) compareBoth(comparing, [before, after], place);
  else reportArrival(comparing, { ...place, neutral: true }, { before, after });
}

type NeutralPlace = Place & { readonly neutral: true };

function reportArrival(
  comparing: Comparing,
  place: NeutralPlace,
  { before, after }: { readonly [Side in keyof OperationMatch]: OperationVersion | undefined },
): void {
  const kind = (after ?? before)?.webhook === true ? "webhook" : "endpoint";
  const rule = before === undefined ? `${kind}-added` : removalRule(before, comparing.asOf);
  report(comparing, place, { rule });
}

/** What was announced for long enough surprises nobody. */
function removalRule({ webhook, lifecycle }: OperationVersion, asOf: string | undefined): string {
  const { deprecated, sunset } = lifecycle;
  if (webhook) return "webhook-removed";
  if (!deprecated) return "endpoint-removed";
  if (sunset === undefined) return "endpoint-removed-with-deprecation";
  const [end, today] = [Date.parse(sunset), Date.parse(asOf ?? "")];
  if (Number.isNaN(end) || Number.isNaN(today)) return "endpoint-removed-with-sunset";
  return today < end ? "endpoint-removed-before-sunset" : "endpoint-removed-with-deprecation";
}

function compareBoth(
  comparing: Comparing,
  [before, after]: readonly [OperationVersion, OperationVersion],
  place: Place,
): void {
  const neutral = { ...place, neutral: true } as const;
  const answers = { ...place, way: after.webhook ? ("request" as const) : ("response" as const) };
  comparePaths(comparing, [before, after], neutral);
  if (before.operationId !== after.operationId) {
    const values = { before: before.operationId ?? "–", after: after.operationId ?? "–" };
    report(comparing, neutral, { rule: "operation-id-changed", ...values });
  }
  for (const tag of after.tags) {
    if (!before.tags.includes(tag)) report(comparing, neutral, { rule: "tag-added", after: tag });
  }
  for (const tag of before.tags) {
    if (!after.tags.includes(tag)) report(comparing, neutral, { rule: "tag-removed", before: tag });
  }
  compareLifecycles(comparing, neutral, [before.lifecycle, after.lifecycle]);
  compareSecurity(comparing, [before.security, after.security], neutral);
  compareParameters(comparing, [before, after], place);
  compareBodies(comparing, [before.body, after.body], place);
  compareResponses(comparing, [before.responses, after.responses], answers);
}

const namesIn = (path: string): readonly string[] =>
  [...path.matchAll(/\{([^}]*)\}/g)].map(([, name = ""]) => name);

function comparePaths(
  comparing: Comparing,
  [before, after]: readonly [OperationVersion, OperationVersion],
  place: NeutralPlace,
): void {
  if (before.path === after.path) return;
  const [were, are] = [namesIn(before.path), namesIn(after.path)];
  const isSamePath = before.path.replace(/\{[^}]*\}/g, "") === after.path.replace(/\{[^}]*\}/g, "");
  if (!isSamePath) {
    report(comparing, place, {
      rule: "path-changed",
      before: nameOf(before),
      after: nameOf(after),
    });
    return;
  }
  for (const [index, name] of were.entries()) {
    const now = are[index];
    if (now === undefined || now === name) continue;
    report(comparing, place, { rule: "path-parameter-renamed", before: name, after: now });
  }
}
