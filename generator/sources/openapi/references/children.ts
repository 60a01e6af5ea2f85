import { child, elementsOf, fieldsOf, type Node } from "../node.ts";
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
  return Object.entries(fields).flatMap(([key, field]) => {
    const value = child(node, key);
    return value === undefined ? [] : typed(field, value);
  });
}

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
