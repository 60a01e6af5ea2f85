import { child, elementsOf, fieldsOf, isObject, type Node } from "../node.ts";
import { type Field, grammar, type ObjectType } from "./grammar.ts";

/** A node and what the specification takes it for. */
export interface TypedNode {
  readonly type: ObjectType;
  readonly node: Node;
}

/** The objects directly below one, as the grammar has them. */
export function childrenOf({ type, node }: TypedNode): readonly TypedNode[] {
  const fields = grammar[type];
  const every = fields["*"];
  if (every)
    return fieldsOf(node).flatMap(([key, value]) =>
      isExtension(key) || key === "$ref" ? [] : typed(every, value),
    );
  const present = keysOf(node).filter((key) => Object.hasOwn(fields, key));
  if (present.length === 0) return none;
  if (present.length > 1) present.sort((a, b) => orderOf(type, a) - orderOf(type, b));
  return present.flatMap((key) => {
    const [field, value] = [fields[key], child(node, key)];
    return field === undefined || value === undefined ? [] : typed(field, value);
  });
}

const none: readonly TypedNode[] = [];

const keysOf = ({ value }: Node): string[] => (isObject(value) ? Object.keys(value) : []);

/** Children come as the grammar has them, however the document is sorted. */
const orderOf = (type: ObjectType, key: string): number => orders.get(type)?.indexOf(key) ?? -1;

const orders: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(grammar).map(([type, fields]) => [type, Object.keys(fields)]),
);

const isExtension = (key: string): boolean => key.startsWith("x-");

function typed([type, arrangement]: Field, node: Node): readonly TypedNode[] {
  if (arrangement === "map") {
    // A property may well be called `x-…`; in every other map that marks an extension.
    const named = fieldsOf(node).filter(([key]) => type === "schema" || !isExtension(key));
    return named.map(([, value]) => ({ type, node: value }));
  }
  const isList = arrangement === "list" || (arrangement !== "one" && Array.isArray(node.value));
  return (isList ? elementsOf(node) : [node]).map((each) => ({ type, node: each }));
}
