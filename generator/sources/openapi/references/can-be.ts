import { isDocument } from "../dialect.ts";
import { child, isObject, type Node, pathOf, rootOf } from "../node.ts";
import { childrenOf, type TypedNode } from "./children.ts";
import type { ObjectType } from "./grammar.ts";

/** Fields of a document below which no object stands that a reference could mean. */
const neverMeant: readonly string[] = ["info", "servers", "security", "tags", "externalDocs"];

/**
 * Whether a node can be what a reference to it wants: an object (or a schema that is `true` or
 * `false`), and not something that the specification takes for another thing where it stands.
 */
export function canBe(type: ObjectType, node: Node): boolean {
  if (!isObject(node.value)) return type === "schema" && typeof node.value === "boolean";
  const root = rootOf(node.data);
  if (!isDocument(root.value)) return true;
  const path = pathOf(node);
  if (neverMeant.includes(String(path[0]))) return false;
  const known = typeAt(root, path);
  return known === undefined || known === type;
}

/** What the specification takes the node at a path for; nothing where it does not say. */
function typeAt(root: Node, path: readonly (string | number)[]): ObjectType | undefined {
  let at: TypedNode = { type: "document", node: root };
  let node: Node | undefined = root;
  for (const key of path) {
    node = child(node, key);
    const value = node?.value;
    const below = childrenOf(at);
    const found = below.find((each) => each.node.value === value);
    // A map or list of objects (`schemas`, `allOf`) is no object of its own.
    const isBetween = below.some((each) => each.node.parent?.value === value);
    if (found === undefined && !isBetween) return undefined;
    at = found ?? at;
  }
  return node !== undefined && at.node.value === node.value ? at.type : undefined;
}
