import type { DiagnosticArguments, DiagnosticCode } from "#diagnostics/index.ts";
import type { Item } from "#model/item.ts";
import type { Location } from "#model/location.ts";
import type { Operation } from "#model/schema/migration-operations.ts";
import type { Schema } from "./schema.ts";

/** One place where a rule is not kept. */
export interface Found<Args = unknown> {
  readonly item: Item;
  readonly args: Args;
  /** Where the item stands, when nothing else is said. */
  readonly location?: Location;
  /** When it matters less here than the catalogue says. */
  readonly severity?: "info";
}

/** What should hold of a schema, as a function of the graph alone. */
export interface LintRule {
  readonly code: DiagnosticCode;
  readonly find: (schema: Schema) => readonly Found[];
}

export const rule = <Code extends DiagnosticCode>(
  code: Code,
  find: (schema: Schema) => readonly Found<DiagnosticArguments<Code>>[],
): LintRule => ({ code, find });

/** The codes whose wording needs only the names of what an operation works on. */
type OperationCode = {
  [Code in DiagnosticCode]: { table: string; name: string } extends DiagnosticArguments<Code>
    ? Code
    : never;
}[DiagnosticCode];

/** A rule about single operations of migrations. */
export const operationRule = (
  code: OperationCode,
  breaks: (operation: Operation) => boolean,
): LintRule => ({
  code,
  find: ({ migrations }) =>
    migrations.flatMap((item) =>
      (item.attributes.operations ?? []).filter(breaks).map(({ table, name = "", location }) => ({
        item,
        args: { table, name },
        location,
      })),
    ),
});

/** Whether all of these are true of an operation. */
export const is = (
  { traits }: Operation,
  ...wanted: readonly Operation["traits"][number][]
): boolean => wanted.every((trait) => traits.includes(trait));
