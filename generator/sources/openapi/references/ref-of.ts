import { child, elementsOf, fieldsOf, type Node, valueOf } from "../node.ts";

/** What a schema or any other object refers to instead of being something itself. */
export function refOf(node: Node | undefined): string | undefined {
  const ref = valueOf(node, "$ref") ?? valueOf(node, "$dynamicRef");
  return typeof ref === "string" ? ref : undefined;
}

/** A schema named without `$ref`, in the mapping of a discriminator. */
export interface MappedSchema {
  readonly value: string;
  /** Where it is written. */
  readonly node: Node;
  readonly ref: string;
}

/** The schemas that a discriminator names for its values. */
export const mappedSchemas = (schema: Node): readonly MappedSchema[] =>
  fieldsOf(child(child(schema, "discriminator"), "mapping")).flatMap(([value, node]) =>
    typeof node.value === "string" ? [{ value, node, ref: mappedRef(node.value) }] : [],
  );

/** The schema of every value that the mapping does not name, since 3.2. */
export function fallbackSchema(schema: Node): Omit<MappedSchema, "value"> | undefined {
  const node = child(child(schema, "discriminator"), "defaultMapping");
  return typeof node?.value === "string" ? { node, ref: mappedRef(node.value) } : undefined;
}

/** A bare name is that of a component; anything else is an address. */
const mappedRef = (written: string): string =>
  /^[\w.-]+$/.test(written) && !/\.(ya?ml|json)$/i.test(written)
    ? `#/components/schemas/${written}`
    : written;

/** Whether a schema does nothing but say that a value may be null. */
export const isNullSchema = (node: Node): boolean =>
  child(node, "type")?.value === "null" &&
  fieldsOf(node).length === 1 &&
  elementsOf(child(node, "type")).length === 0;
