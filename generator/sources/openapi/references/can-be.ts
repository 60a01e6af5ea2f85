import { isDocument } from "../dialect.ts";
import { child, isObject, type Node, pathOf, rootOf } from "../node.ts";
import { type Field, fieldAt, type ObjectType } from "./grammar.ts";

/** Fields of a document below which no object stands that a reference could mean. */
const neverMeant: readonly string[] = ["info", "servers", "security", "tags", "externalDocs"];

/**
 * Whether a node can be what a reference to it wants: an object (or a schema that is `true` or
 * `false`), and not something that the specification takes for another thing where it stands.
 */
export function canBe(type: ObjectType, node: Node): boolean {
  if (!isObject(node.value)) return type === "schema" && typeof node.value === "boolean";
  const taken = takenFor.get(node) ?? whatIsTaken(node);
  takenFor.set(node, taken);
  return taken === "anything" || taken === type;
}

/** What many references lead to is one node, of which each of them asks the same. */
const takenFor = new WeakMap<Node, ObjectType | "anything" | "nothing">();

function whatIsTaken(node: Node): ObjectType | "anything" | "nothing" {
  const root = rootOf(node.data);
  if (!isDocument(root.value)) return "anything";
  const path = pathOf(node);
  if (neverMeant.includes(String(path[0]))) return "nothing";
  return typeAt(root, path) ?? "anything";
}

/**
 * What the specification takes the node at a path for; nothing where it does not say. Asked for
 * every reference of a document, so it looks at nothing beside the path.
 */
function typeAt(root: Node, path: readonly (string | number)[]): ObjectType | undefined {
  let type: ObjectType | undefined = "document";
  let between: ObjectType | undefined;
  let node: Node | undefined = root;
  for (const key of path) {
    node = child(node, key);
    if (between !== undefined) {
      type = isExtension(key, between) ? undefined : between;
      between = undefined;
      continue;
    }
    const field: Field | undefined = type === undefined ? undefined : fieldAt(type, String(key));
    if (field === undefined) return undefined;
    // A map or list of objects (`schemas`, `allOf`) is no object of its own.
    const holdsMany = field[1] === "one or list" ? Array.isArray(node?.value) : field[1] !== "one";
    [type, between] = holdsMany ? [undefined, field[0]] : [field[0], undefined];
  }
  return type;
}

/** A property may well be called `x-…`; in every other map that marks an extension. */
const isExtension = (key: string | number, type: ObjectType): boolean =>
  type !== "schema" && String(key).startsWith("x-");
