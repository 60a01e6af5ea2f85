import type { Server, ServerVariable } from "#model/api/items.ts";
import { defined, filled } from "../defined.ts";
import { child, elementsOf, fieldsOf, type Node, textOf, textsOf } from "../node.ts";

/** Since 3.0 a list; in 2.0 schemes, host and base path apart. */
export function serversOf(root: Node): readonly Server[] {
  const listed = readServers(root);
  const host = textOf(root, "host");
  const base = textOf(root, "basePath") ?? "";
  if (listed.length > 0 || (host === undefined && base === "")) return listed;
  const schemes = textsOf(child(root, "schemes")).map((scheme) => `${scheme}:`);
  if (host === undefined) return [{ url: base }];
  return (schemes.length > 0 ? schemes : [""]).map((scheme) => ({
    url: `${scheme}//${host}${base}`,
  }));
}

/** The servers that a document, a path or an operation names. */
export const readServers = (owner: Node | undefined): readonly Server[] =>
  elementsOf(child(owner, "servers")).flatMap((server) => readServer(server) ?? []);

export function readServer(server: Node | undefined): Server | undefined {
  const url = textOf(server, "url");
  if (url === undefined) return undefined;
  const variables = fieldsOf(child(server, "variables")).map(readVariable);
  return {
    url,
    ...defined({
      name: textOf(server, "name"),
      description: textOf(server, "description"),
      variables: filled(variables),
    }),
  };
}

const readVariable = ([name, node]: readonly [string, Node]): ServerVariable => ({
  name,
  default: textOf(node, "default") ?? "",
  ...defined({
    enum: filled(textsOf(child(node, "enum"))),
    description: textOf(node, "description"),
  }),
});
