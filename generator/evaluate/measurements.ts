import type { Item } from "#model/item.ts";
import type { EvidenceGrade } from "#model/programme.ts";

/** Grades that can decide a criterion; what is missing or stale decides nothing, whoever accepts it. */
export function acceptedGrades(accepts: readonly EvidenceGrade[]): readonly EvidenceGrade[] {
  const written: readonly EvidenceGrade[] = accepts.length > 0 ? accepts : ["measured"];
  return written.filter((grade) => grade !== "missing" && grade !== "stale");
}

/** The last measurements of each subject: a later run replaces an earlier one. */
export function latestOfEach(
  measurements: readonly Item<"measurement">[],
): readonly Item<"measurement">[] {
  const subjects = Map.groupBy(measurements, ({ attributes }) => attributes.subject ?? "");
  return [...subjects.values()].flatMap((group) => {
    const last = group.reduce((late, each) => Math.max(late, instant(each)), -Infinity);
    return group.filter((each) => instant(each) === last);
  });
}

/** A measurement without a readable time is older than any that has one. */
function instant({ attributes: { time } }: Item<"measurement">): number {
  const parsed = time === undefined ? NaN : parseInstant(time);
  return Number.isNaN(parsed) ? -Infinity : parsed;
}

/** Milliseconds; a time without an offset is UTC, so that no machine's zone decides. */
export function parseInstant(iso: string): number {
  const zoned = /T.*(Z|[+-]\d{2}:\d{2})$/.test(iso) || !iso.includes("T") ? iso : `${iso}Z`;
  return Date.parse(zoned);
}
