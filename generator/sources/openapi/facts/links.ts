import type { ResponseLink } from "#model/api/items.ts";
import { type ItemId, itemId } from "#model/item.ts";
import { defined } from "../defined.ts";
import { addressOf, child, fieldsOf, locationOf, type Node, textOf } from "../node.ts";
import { findTarget } from "../references/find-target.ts";
import { follow } from "../references/survey.ts";
import { describe, type DocumentContext, referOnce } from "./context.ts";
import { textsByName } from "./extensions.ts";
import { readServer } from "./servers.ts";

/** The operations that may follow a response. */
export const readLinks = (
  response: Node | undefined,
  context: DocumentContext,
  from: ItemId,
): readonly ResponseLink[] =>
  fieldsOf(child(response, "links"))
    .filter(([name]) => !name.startsWith("x-"))
    .flatMap(([name, written]) => {
      const link = follow(written, context.files);
      return link === undefined ? [] : [readLink([name, link], context, from)];
    });

function readLink(
  [name, node]: readonly [string, Node],
  context: DocumentContext,
  from: ItemId,
): ResponseLink {
  const body = child(node, "requestBody")?.value;
  return {
    name,
    written: textOf(node, "operationId") ?? textOf(node, "operationRef") ?? "",
    parameters: textsByName(child(node, "parameters")),
    ...defined({
      operation: operationOf(node, context, from),
      body: body === undefined || typeof body === "string" ? body : JSON.stringify(body),
      description: describe(context, from, [node, "description"]),
      server: readServer(child(node, "server")),
    }),
  };
}

/** By its operationId, which is reported when nothing has it, or by a pointer to it. */
function operationOf(node: Node, context: DocumentContext, from: ItemId): ItemId | undefined {
  const byId = child(node, "operationId");
  if (typeof byId?.value === "string") {
    const known = context.operations.byOperationId.get(byId.value);
    const to = known ?? itemId("operation", byId.value);
    if (to !== from) referOnce(context, { from, role: "refers-to", to }, () => locationOf(byId));
    return known;
  }
  const reference = textOf(node, "operationRef");
  const target = reference === undefined ? undefined : findTarget(node, reference, context.files);
  return target?.status === "found"
    ? context.operations.byAddress.get(addressOf(target.node))
    : undefined;
}
