import { type Catalogue, type Column, objectKey } from "../../catalogue/catalogue.ts";
import { grantByDefault } from "../access/default-privileges.ts";
import type { Context } from "../context.ts";
import { newRelation } from "../require.ts";
import { takenRelationNames } from "../taken-names.ts";
import { chooseName } from "./choose-name.ts";

/** Whether a type as written is a number that PostgreSQL counts up by a sequence. */
export const isSerial = (type: string): boolean => /^(?:small|big)?serial[248]?\b/i.test(type);

/** The sequence that PostgreSQL makes for a `serial` or identity column. */
export function addOwnSequence(column: Column, context: Context): void {
  const { relation, identity, type } = column;
  const generated = identity !== undefined ? "identity" : isSerial(type) ? "serial" : undefined;
  if (generated === undefined) return;
  const { catalogue } = context.session;
  const { namespace, temporary } = relation;
  const taken = takenRelationNames(catalogue, namespace);
  const name = chooseName([relation.name, column.name, "seq"], taken);
  const made = newRelation(context, { namespace, name, kind: "sequence", temporary });
  const sequence = { ...made, created: column.created, ownedBy: column, generated } as const;
  column.counted = true;
  grantByDefault(sequence, "sequences", context);
  catalogue.relations.set(objectKey(namespace, name), sequence);
}

const plainTypes: Readonly<Partial<Record<string, string>>> = {
  serial: "integer",
  serial4: "integer",
  smallserial: "smallint",
  serial2: "smallint",
  bigserial: "bigint",
  serial8: "bigint",
};

/** `serial` is a number. */
export const plainType = (type: string): string => plainTypes[type.toLowerCase()] ?? type;

/** A copy of a `serial` column is a number that counts with the sequence of the first. */
export function countingAlike(
  column: Column,
  { relations }: Catalogue,
): Partial<Pick<Column, "type" | "default">> {
  if (!isSerial(column.type)) return {};
  const sequence = [...relations.values()].find(({ ownedBy }) => ownedBy === column);
  const value = sequence && `nextval('${sequence.namespace}.${sequence.name}'::regclass)`;
  return {
    type: plainType(column.type),
    ...(value !== undefined && { default: value }),
  };
}
