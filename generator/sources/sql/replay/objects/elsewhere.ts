import type { Catalogue } from "../../catalogue/catalogue.ts";
import type { Name } from "../../catalogue/entry.ts";
import { type Context, report } from "../context.ts";

type Space = "relations" | "routines" | "types" | "indexes";

const spaces: Readonly<Partial<Record<string, Space>>> = {
  OBJECT_TABLE: "relations",
  OBJECT_FOREIGN_TABLE: "relations",
  OBJECT_VIEW: "relations",
  OBJECT_MATVIEW: "relations",
  OBJECT_SEQUENCE: "relations",
  OBJECT_INDEX: "indexes",
  OBJECT_FUNCTION: "routines",
  OBJECT_PROCEDURE: "routines",
  OBJECT_ROUTINE: "routines",
  OBJECT_TYPE: "types",
  OBJECT_DOMAIN: "types",
};

interface Said {
  /** As the parser calls the kind: `OBJECT_TABLE`. */
  readonly kind: string;
  readonly name: Name;
  readonly statement: string;
}

/** Reports an `IF EXISTS` that passes over an object of that name, for it lies in another schema. */
export function reportElsewhere(context: Context, { kind, name, statement }: Said): void {
  if (name.schema !== undefined || context.conditional) return;
  const space = spaces[kind];
  const other = space && schemaWith(context.session.catalogue[space], name.name);
  if (other === undefined) return;
  const args = { statement: `${statement} ${name.name}`, other: `${other}.${name.name}` };
  report(context, "sources/sql-does-nothing", args);
}

function schemaWith(objects: Catalogue[Space], name: string): string | undefined {
  for (const key of objects.keys()) {
    if (key.endsWith(`\0${name}`)) return key.slice(0, key.indexOf("\0"));
  }
  return undefined;
}
