import type { ApiVersion, OperationVersion } from "#model/api/version.ts";

/** The operation on both sides; one of them is absent when it came or went. */
export interface OperationMatch {
  readonly before?: OperationVersion;
  readonly after?: OperationVersion;
}

/** A path whose parameters have other names is the same path. */
const addressOf = ({ method, path, webhook }: OperationVersion): string =>
  `${webhook ? "webhook " : ""}${method} ${webhook ? path : withoutNames(path)}`;

const withoutNames = (path: string): string => path.replace(/\{[^}]*\}/g, "{}").replace(/\/+$/, "");

/** By method and path; what is left, by an operationId that both have. */
export function matchOperations(before: ApiVersion, after: ApiVersion): readonly OperationMatch[] {
  const were = new Map(before.operations.map((each) => [addressOf(each), each]));
  const are = new Map(after.operations.map((each) => [addressOf(each), each]));
  const gone = [...were].flatMap(([address, each]) => (are.has(address) ? [] : [each]));
  const moved = new Map(gone.map((each) => [each.operationId, each]));
  const taken = new Set<OperationVersion>();
  const present = [...are].map(([address, each]): OperationMatch => {
    const same = were.get(address);
    if (same) return { before: same, after: each };
    const former = each.operationId === undefined ? undefined : moved.get(each.operationId);
    if (former === undefined || former.method !== each.method) return { after: each };
    taken.add(former);
    return { before: former, after: each };
  });
  return [...present, ...gone.flatMap((each) => (taken.has(each) ? [] : [{ before: each }]))];
}
