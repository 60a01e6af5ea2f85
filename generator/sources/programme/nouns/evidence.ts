import type { Comparison, EvidenceGrade } from "#model/evidence.ts";
import {
  choiceOf,
  isSet,
  known,
  numberOf,
  placeOf,
  recordAt,
  recordsOf,
  textOf,
  textsOf,
} from "../record.ts";
import { digestOf } from "../../digests.ts";
import type { DataRecord } from "../record.ts";
import type { ReadAttributes } from "./noun.ts";

const grades: readonly [EvidenceGrade, ...EvidenceGrade[]] = [
  "declared",
  "measured",
  "simulated",
  "missing",
  "stale",
];

const comparisons: readonly [Comparison, ...Comparison[]] = ["==", "<", "<=", ">", ">="];

/** A mapping inside a record; an empty one where there is none. */
const partOf = (record: DataRecord, key: string): DataRecord =>
  recordAt(record.file, [...record.path, key]) ?? { ...record, value: {} };

/** What a recorded run consists of. */
const runKeys = ["time", "environment", "commit", "command"] as const;

/** What a measurement that calls itself measured does not say about its run. */
export function missingOfRun(record: DataRecord): readonly string[] {
  if (textOf(record, "grade") !== "measured") return [];
  const missing = runKeys.filter((key) => textOf(record, key) === undefined);
  // The commit says nothing about files that differed from it, but their digest does.
  const isTraceable = !isSet(record, "dirty") || "covers" in record.value;
  return isTraceable ? missing : [...missing, "covers"];
}

const onEmpty = ["fail", "allow"] as const;

export const criterion: ReadAttributes<"criterion"> = ({ record, parent }) => {
  const metric = textOf(record, "metric");
  const asked = ["expression", "metric"].find((key) => key in record.value);
  const accepts = grades.filter((grade) => textsOf(record, "accepts").includes(grade));
  return {
    of: parent?.name ?? textOf(record, "of") ?? "",
    accepts: accepts.length > 0 ? accepts : ["measured"],
    waivable: isSet(record, "waivable"),
    ...(metric !== undefined && { metric, op: choiceOf(record, "op", comparisons) }),
    ...(asked !== undefined && { askedAt: placeOf(record, asked) }),
    ...known({
      threshold: numberOf(record, "threshold"),
      unit: textOf(record, "unit"),
      expression: textOf(record, "expression"),
      maxAgeDays: numberOf(record, "max-age-days"),
      onEmpty: onEmpty.find((word) => word === record.value["on-empty"]),
      question: textOf(record, "question"),
      role: textOf(record, "role"),
    }),
    ...("claimed" in record.value && { claimed: isSet(record, "claimed") }),
  };
};

/** Whether files that a measurement covers are not what they were. */
function isOutdated(record: DataRecord, root: string): boolean {
  const covers = partOf(record, "covers");
  const digest = textOf(covers, "sha256");
  return digest !== undefined && digest !== digestOf(root, textsOf(covers, "files"));
}

export const measurement: ReadAttributes<"measurement"> = ({ record }, root) => ({
  metric: textOf(record, "metric") ?? "",
  value: numberOf(record, "value") ?? 0,
  unit: textOf(record, "unit") ?? "",
  ...gradeOf(record, root),
  ...known({
    subject: textOf(record, "subject"),
    environment: textOf(record, "environment"),
    time: textOf(record, "time"),
    commit: textOf(record, "commit"),
    command: textOf(record, "command"),
    source: textOf(record, "source"),
  }),
});

function gradeOf(
  record: DataRecord,
  root: string,
): { readonly grade: EvidenceGrade; readonly isOutdated?: true } {
  if (isOutdated(record, root)) return { grade: "stale", isOutdated: true };
  return {
    grade: missingOfRun(record).length > 0 ? "declared" : choiceOf(record, "grade", grades),
  };
}

export const gate: ReadAttributes<"gate"> = ({ record }) => ({
  stage: textOf(record, "stage") ?? "",
  deciders: textsOf(record, "deciders"),
  signatures: recordsOf(record, "signatures").map((signature) => ({
    role: textOf(signature, "role") ?? "",
    min: numberOf(signature, "min") ?? 1,
    required: signature.value.required !== false,
    principals: textsOf(signature, "principals"),
    veto: isSet(signature, "veto"),
    notAuthors: isSet(signature, "not-authors"),
    location: placeOf(signature, "role"),
  })),
  requires: {
    gates: textsOf(partOf(record, "requires"), "gates"),
    checkpoints: textsOf(partOf(record, "requires"), "checkpoints"),
  },
  scope: {
    include: textsOf(partOf(record, "scope"), "include"),
    exclude: textsOf(partOf(record, "scope"), "exclude"),
  },
  waivers: recordsOf(record, "waivers").map((waiver) => ({
    criterion: textOf(waiver, "criterion") ?? "",
    reason: textOf(waiver, "reason") ?? "",
    owner: textOf(waiver, "owner") ?? "",
    expires: textOf(waiver, "expires") ?? "",
    ...known({ issuedBy: textOf(waiver, "issued-by"), ticket: textOf(waiver, "ticket") }),
  })),
  ...known({
    date: textOf(record, "date"),
    onGo: textOf(record, "on-go"),
    onNoGo: textOf(record, "on-no-go"),
    expiresAfterDays: numberOf(record, "expires-after-days"),
  }),
});
