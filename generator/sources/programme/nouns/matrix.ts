import type { Where } from "#model/trace/policy.ts";
import type { MatrixColumn, MatrixStep } from "#model/trace/matrix.ts";
import {
  choiceOf,
  type DataRecord,
  isSet,
  known,
  numberOf,
  placeOf,
  recordAt,
  recordsOf,
  textOf,
  textsOf,
} from "../record.ts";
import type { ReadAttributes } from "./noun.ts";

/** A declared matrix: the queries of its rows and columns, not what they find. */
export const matrix: ReadAttributes<"matrix"> = ({ record }) => {
  const atLeast = numberOf(record, "at-least");
  const rows = recordAt(record.file, [...record.path, "rows"]);
  return {
    rows: rows ? queryOf(rows) : {},
    layout: choiceOf(record, "layout", ["list", "grid"]),
    show: choiceOf(record, "show", ["all", "holes"]),
    severity: choiceOf(record, "severity", ["error", "warning"]),
    columns: recordsOf(record, "columns").map(columnOf),
    ...known({ justified: whereOf(record, "justified"), atLeast }),
  };
};

const whereOf = (record: DataRecord, key: string): Where | undefined =>
  recordAt(record.file, [...record.path, key])?.value as Where | undefined;

const queryOf = (record: DataRecord) => ({
  ...("types" in record.value && { types: textsOf(record, "types") }),
  ...known({ where: whereOf(record, "where") }),
});

function columnOf(record: DataRecord): MatrixColumn {
  const field = textOf(record, "field");
  return {
    title: textOf(record, "title") ?? "",
    via: recordsOf(record, "via", "link").map(stepOf),
    optional: isSet(record, "optional"),
    location: placeOf(record),
    ...known({ field, atLeast: numberOf(record, "at-least") }),
  };
}

const stepOf = (record: DataRecord): MatrixStep => ({
  link: textOf(record, "link") ?? "",
  ...queryOf(record),
});
