import type { Item } from "#model/item.ts";
import type { Criterion, EvidenceGrade } from "#model/evidence.ts";

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

/** A date without a time lasts until its day is over. */
export function isBefore(due: string, asOf: string): boolean {
  return due.includes("T") && asOf.includes("T")
    ? parseInstant(due) < parseInstant(asOf)
    : due.slice(0, 10) < asOf.slice(0, 10);
}

const day = 86_400_000;

/** Whole days from one moment to another, negative when it is past; undefined for no dates. */
export function daysBetween(from: string, to: string): number | undefined {
  const days = (parseInstant(to) - parseInstant(from)) / day;
  return Number.isNaN(days) ? undefined : Math.floor(days);
}

/** Why a measurement is stale, when it is: what it measured changed, or it is too old. */
export function stalenessOf(
  { attributes }: Item<"measurement">,
  { maxAgeDays }: Pick<Criterion, "maxAgeDays">,
  asOf: string | undefined,
): "subject-changed" | "too-old" | undefined {
  if (attributes.isOutdated === true) return "subject-changed";
  if (maxAgeDays === undefined) return undefined;
  const { time } = attributes;
  const age = time === undefined || asOf === undefined ? undefined : daysBetween(time, asOf);
  return age !== undefined && age <= maxAgeDays ? undefined : "too-old";
}
