import { addressOf, child, fieldsOf, isObject, keyLocationOf, type Node } from "../node.ts";
import { itemId } from "#model/item.ts";
import type { ApiRemark } from "#model/api/quality.ts";
import { apiId, type Looked, type Rule } from "./context.ts";

/** What a document keeps for others to refer to, by kind. */
function componentsOf(root: Node): readonly (readonly [kind: string, name: string, node: Node])[] {
  const shared = ["definitions", "parameters", "responses"].map((kind) => [
    kind,
    child(root, kind),
  ]);
  const groups = [...fieldsOf(child(root, "components")), ...(shared as [string, Node][])];
  return groups.flatMap(([kind, group]) =>
    kind === "securitySchemes" || kind.startsWith("x-")
      ? []
      : fieldsOf(group).map(([name, node]) => [kind, name, node] as const),
  );
}

/** Nothing leads to it from the operations, not even by way of others that nothing leads to. */
export const unusedComponents: Rule = (looked) => {
  const { root, names } = looked;
  // A document without operations is a store for others.
  if (names.operations.length === 0) return [];
  const components = componentsOf(root);
  const reached = reachable(looked, new Set(components.map(([, , node]) => addressOf(node))));
  return components.flatMap(([kind, name, node]): readonly ApiRemark[] => {
    if (reached.has(addressOf(node))) return [];
    const schema = names.schemas.get(addressOf(node));
    const location = keyLocationOf(node);
    const item = schema ? itemId("schema", schema.id.slice("schema:".length)) : apiId(looked);
    return [{ rule: "unused-component", item, location, args: { kind, name } }];
  });
};

/** Walks from what is no component; a component is entered when something leads to it. */
function reachable({ names, root }: Looked, components: ReadonlySet<string>): ReadonlySet<string> {
  const owners = Map.groupBy(names.draft.survey.references, ({ node }) =>
    ownerOf(node, components),
  );
  const reached = new Set<string>();
  const left: (string | undefined)[] = [undefined];
  const enter = (address: string | undefined): void => {
    if (address === undefined || reached.has(address)) return;
    reached.add(address);
    left.push(address);
  };
  while (left.length > 0) {
    const at = left.pop();
    for (const { target } of owners.get(at) ?? []) {
      if (target.status !== "found" && target.status !== "found from root") continue;
      enter(ownerOf(target.node, components));
    }
    for (const named of mappedFrom(at, { root, components })) enter(named);
  }
  return reached;
}

/** The component that a node stands in, or is. */
function ownerOf(node: Node, components: ReadonlySet<string>): string | undefined {
  // From the top: `components`, the kind, the name.
  let first: Node | undefined;
  let second: Node | undefined;
  let third: Node | undefined;
  for (let at: Node | undefined = node; at?.key !== undefined; at = at.parent) {
    third = second;
    second = first;
    first = at;
  }
  const part = first?.key === "components" ? third : second;
  const address = part && addressOf(part);
  return address !== undefined && components.has(address) ? address : undefined;
}

/** A discriminator names schemas by their address, and is no `$ref`. */
function mappedFrom(
  address: string | undefined,
  { root, components }: { readonly root: Node; readonly components: ReadonlySet<string> },
): readonly string[] {
  if (address === undefined) return [];
  const parts = address.slice(address.indexOf("#/") + 2).split("/");
  const node = parts.reduce<Node | undefined>(
    (at, part) => child(at, part.replaceAll("~1", "/").replaceAll("~0", "~")),
    root,
  );
  const mapping = child(child(node, "discriminator"), "mapping");
  const targets = isObject(mapping?.value) ? Object.values(mapping.value) : [];
  return targets.flatMap((target) => {
    const written = String(target);
    const pointer = written.startsWith("#/") ? written.slice(1) : `/components/schemas/${written}`;
    const found = `${root.data.file}#${pointer}`;
    return components.has(found) ? [found] : [];
  });
}
