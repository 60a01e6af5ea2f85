import type { Operation } from "#model/api.ts";
import { itemId } from "#model/item.ts";
import { defined } from "../defined.ts";
import { operationsOf, tagsOf } from "../draft.ts";
import { type NamedOperation, plainName } from "../names.ts";
import { child, fieldsOf, flagOf, keyLocationOf, locationOf, type Node, textOf } from "../node.ts";
import { follow } from "../references/survey.ts";
import { addItem, describe, type DocumentContext, readTraces, refer } from "./context.ts";
import { parameterNodes, readParameter, readResponses, readSecurity } from "./operation-parts.ts";
import { readRequestBody } from "./request-body.ts";
import type { ShapeReader } from "./schema-shape.ts";

/** Reports one operation, and everything that it names. */
export function addOperation(context: DocumentContext, named: NamedOperation): void {
  const { id, operation } = named;
  const { node } = operation;
  const { api } = context.names;
  const location = keyLocationOf(node);
  refer(context, { from: id, role: "part-of", to: itemId("api", api) }, location);
  for (const [tag, place] of tagsOf(node)) {
    const to = itemId("tag", `${api}/${plainName(tag)}`);
    refer(context, { from: id, role: "tagged", to }, locationOf(place));
  }
  readTraces(context, id, node);
  const attributes = readOperation(context, named);
  addItem(context, {
    kind: "operation",
    id,
    title: attributes.summary ?? attributes.operationId ?? `${operation.method} ${operation.path}`,
    location,
    ...defined({ description: describe(context, id, [node, "description"]) }),
    attributes,
  });
}

function readOperation(
  context: DocumentContext,
  { id, operation, operationId, order }: NamedOperation,
): Operation {
  const { node, method, path, webhook } = operation;
  const accepts: ShapeReader = { context, from: id, role: "accepts", depth: 0 };
  const parameters = parameterNodes(operation, accepts);
  return {
    api: context.names.api,
    order,
    method,
    path,
    webhook,
    ...defined({ operationId, summary: summaryOf(operation) }),
    tags: tagsOf(node).map(([tag]) => tag),
    deprecated: flagOf(node, "deprecated"),
    parameters: parameters
      .filter((parameter) => !["body", "formData"].includes(textOf(parameter, "in") ?? ""))
      .map((parameter) => readParameter(parameter, accepts)),
    ...readRequestBody(node, parameters, accepts),
    responses: readResponses(node, { ...accepts, role: "returns" }),
    security: readSecurity(node, context.draft.root),
    callbacks: readCallbacks(node, context),
    ...databaseNames(path),
  };
}

function summaryOf({ node, pathItem }: { node: Node; pathItem: Node }): string | undefined {
  const summary = textOf(node, "summary") ?? textOf(pathItem, "summary");
  return summary === undefined || summary.trim() === "" ? undefined : oneLine(summary);
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

function readCallbacks(node: Node, { files }: DocumentContext): readonly string[] {
  return fieldsOf(child(node, "callbacks")).flatMap(([name, written]) =>
    fieldsOf(follow(written, files))
      .filter(([expression]) => !expression.startsWith("x-"))
      .flatMap(([expression, pathItem]) =>
        operationsOf(follow(pathItem, files)).map(
          ({ method }) => `${name}: ${method} ${expression}`,
        ),
      ),
  );
}

/** PostgREST serves functions below `/rpc/` and tables or views at the root, whatever lies before. */
function databaseNames(path: string): Pick<Operation, "rpc" | "relation"> {
  const rpc = /(?:^|\/)rpc\/([\p{L}_][\p{L}\p{N}_$]*)\/?$/u.exec(path)?.[1];
  if (rpc !== undefined) return { rpc };
  const relation = /^\/(?:rest\/v1\/)?([\p{L}_][\p{L}\p{N}_$]*)\/?$/u.exec(path)?.[1];
  return defined({ relation });
}
