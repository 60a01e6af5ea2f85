import type { NeedClause, Where } from "#model/trace/policy.ts";
import {
  type DataRecord,
  known,
  numberOf,
  recordAt,
  recordsOf,
  textOf,
  textsOf,
} from "../record.ts";
import type { ReadAttributes } from "./noun.ts";

export const requirement: ReadAttributes<"requirement"> = ({ record }) => ({
  statement: textOf(record, "statement") ?? "",
  status: textOf(record, "status") ?? "",
  ...known({
    type: textOf(record, "type"),
    rev: numberOf(record, "rev"),
    acceptance: listOrNone(textsOf(record, "acceptance")),
    needs: "needs" in record.value ? clausesOf(record) : undefined,
    delegates: listOrNone(
      recordsOf(record, "delegates").map((delegation) => ({
        from: textOf(delegation, "from") ?? "",
        to: textsOf(delegation, "to"),
        ...known({ reason: textOf(delegation, "reason") }),
      })),
    ),
    waivers: listOrNone(recordsOf(record, "waivers").map(waiverOf)),
  }),
});

const listOrNone = <Value>(list: readonly Value[]): readonly Value[] | undefined =>
  list.length > 0 ? list : undefined;

const waiverOf = (waiver: DataRecord) => ({
  reason: textOf(waiver, "reason") ?? "",
  owner: textOf(waiver, "owner") ?? "",
  issuedBy: textOf(waiver, "issued-by") ?? "",
  expires: textOf(waiver, "expires") ?? "",
  ...known({ ticket: textOf(waiver, "ticket"), of: listOrNone(textsOf(waiver, "of")) }),
});

/** What a record says that it needs. */
export const clausesOf = (record: DataRecord): readonly NeedClause[] =>
  recordsOf(record, "needs").map((clause) => ({
    anyOf: textsOf(clause, "any-of"),
    ...known({
      min: numberOf(clause, "min"),
      max: numberOf(clause, "max"),
      where: whereOf(clause),
    }),
  }));

/** Its form is checked by the schema. */
export const whereOf = (record: DataRecord): Where | undefined =>
  recordAt(record.file, [...record.path, "where"])?.value as Where | undefined;
