import type { Comparison, EvidenceGrade } from "#model/programme.ts";
import { choiceOf, isSet, known, numberOf, recordsOf, textOf, textsOf } from "../record.ts";
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

/** What a recorded run consists of. */
const runKeys = ["time", "environment", "commit", "command"] as const;

/** What a measurement that calls itself measured does not say about its run. */
export const missingOfRun = (record: DataRecord): readonly string[] =>
  textOf(record, "grade") === "measured"
    ? runKeys.filter((key) => textOf(record, key) === undefined)
    : [];

export const criterion: ReadAttributes<"criterion"> = ({ record, parent }) => {
  const metric = textOf(record, "metric");
  const accepts = grades.filter((grade) => textsOf(record, "accepts").includes(grade));
  return {
    of: parent?.name ?? textOf(record, "of") ?? "",
    accepts: accepts.length > 0 ? accepts : ["measured"],
    ...(metric !== undefined && { metric, op: choiceOf(record, "op", comparisons) }),
    ...known({ threshold: numberOf(record, "threshold"), unit: textOf(record, "unit") }),
    ...("claimed" in record.value && { claimed: isSet(record, "claimed") }),
  };
};

export const measurement: ReadAttributes<"measurement"> = ({ record }) => ({
  metric: textOf(record, "metric") ?? "",
  value: numberOf(record, "value") ?? 0,
  unit: textOf(record, "unit") ?? "",
  grade: missingOfRun(record).length > 0 ? "declared" : choiceOf(record, "grade", grades),
  ...known({
    subject: textOf(record, "subject"),
    environment: textOf(record, "environment"),
    time: textOf(record, "time"),
    commit: textOf(record, "commit"),
    command: textOf(record, "command"),
    source: textOf(record, "source"),
  }),
});

export const gate: ReadAttributes<"gate"> = ({ record }) => ({
  stage: textOf(record, "stage") ?? "",
  deciders: textsOf(record, "deciders"),
  signatures: recordsOf(record, "signatures").map((signature) => ({
    role: textOf(signature, "role") ?? "",
    min: numberOf(signature, "min") ?? 1,
    required: signature.value.required !== false,
  })),
  ...known({
    date: textOf(record, "date"),
    onGo: textOf(record, "on-go"),
    onNoGo: textOf(record, "on-no-go"),
  }),
});

export const requirement: ReadAttributes<"requirement"> = ({ record }) => ({
  statement: textOf(record, "statement") ?? "",
  status: textOf(record, "status") ?? "",
});
