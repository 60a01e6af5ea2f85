import type { Callback, Exchange, Operation, Server } from "#model/api/items.ts";
import { itemId } from "#model/item.ts";
import { defined, filled } from "../defined.ts";
import { type FoundOperation, operationsOf, tagsOf } from "../draft.ts";
import { type NamedOperation, plainName } from "../names.ts";
import { child, fieldsOf, flagOf, keyLocationOf, locationOf, type Node, textOf } from "../node.ts";
import { follow } from "../references/survey.ts";
import { addItem, describe, type DocumentContext, readTraces, refer } from "./context.ts";
import { extensionsBeside, readExternalDocs, readSamples } from "./extensions.ts";
import { parameterNodes, readParameter, readResponses } from "./operation-parts.ts";
import { readRequestBody } from "./request-body.ts";
import { readSecurity } from "./security.ts";
import type { ShapeReader } from "./schemas/shape-reader.ts";
import { readServers } from "./servers.ts";

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
    ...defined({ description: descriptionOf(context, named) }),
    attributes,
  });
}

/** A summary that is a text of its own stands before the description. */
function descriptionOf(context: DocumentContext, { id, operation }: NamedOperation) {
  const { node } = operation;
  const description = describe(context, id, [node, "description"]);
  if (!isLong(textOf(node, "summary"))) return description;
  const summary = describe(context, id, [node, "summary"]);
  if (summary === undefined || description === undefined) return summary ?? description;
  return { ...summary, text: `${summary.text.trimEnd()}\n\n${description.text}` };
}

function readOperation(
  context: DocumentContext,
  { id, operation, operationId, order }: NamedOperation,
): Operation {
  const { node, method, path, webhook } = operation;
  const accepts: ShapeReader = { context, from: id, role: "accepts", depth: 0 };
  const samples = readSamples(node, context);
  return {
    api: context.names.api,
    order,
    method,
    path,
    webhook,
    ...defined({ operationId, summary: summaryOf(operation) }),
    tags: tagsOf(node).map(([tag]) => tag),
    deprecated: flagOf(node, "deprecated"),
    ...readExchange(operation, accepts),
    security: readSecurity(node, context.draft.root),
    callbacks: readCallbacks(node, accepts),
    ...defined({
      servers: filled(ownServers(operation)),
      externalDocs: readExternalDocs(context, id, node),
      samples,
      extensions: filled(extensionsBeside(node, samples)),
    }),
    ...databaseNames(path),
  };
}

/** The servers of an operation replace those of its path, and those the document's. */
function ownServers({ node, pathItem }: Located): readonly Server[] {
  const own = readServers(node);
  return own.length > 0 ? own : readServers(pathItem);
}

type Located = Pick<FoundOperation, "node" | "pathItem">;

function readExchange(located: Located, accepts: ShapeReader): Exchange {
  const parameters = parameterNodes(located, accepts);
  return {
    parameters: parameters
      .filter((parameter) => !["body", "formData"].includes(textOf(parameter, "in") ?? ""))
      .map((parameter) => readParameter(parameter, accepts)),
    ...readRequestBody(located.node, parameters, accepts),
    responses: readResponses(located.node, { ...accepts, role: "returns" }),
  };
}

function summaryOf({ node, pathItem }: { node: Node; pathItem: Node }): string | undefined {
  const summary = textOf(node, "summary") ?? textOf(pathItem, "summary");
  if (summary === undefined || summary.trim() === "") return undefined;
  return isLong(summary) ? beginningOf(oneLine(summary)) : oneLine(summary);
}

/** As much as a heading and a line of a list hold. */
const longest = 160;

const isLong = (text: string | undefined): boolean =>
  text !== undefined && oneLine(text).length > longest;

/** The first sentence, or what there is room for. */
function beginningOf(text: string): string {
  const sentence = /^.*?[.!?](?=\s)/.exec(text)?.[0] ?? text;
  if (sentence.length <= longest) return sentence;
  return `${text
    .slice(0, longest)
    .replace(/\s\S*$/, "")
    .toWellFormed()} …`;
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

function readCallbacks(node: Node, accepts: ShapeReader): readonly Callback[] {
  const { context, from } = accepts;
  return fieldsOf(child(node, "callbacks")).flatMap(([name, written]) =>
    fieldsOf(follow(written, context.files))
      .filter(([expression]) => !expression.startsWith("x-"))
      .flatMap(([expression, item]) => {
        const pathItem = follow(item, context.files);
        const { family } = context.draft.dialect;
        return operationsOf(pathItem, family, context.files).map((each): Callback => {
          const located = { node: each.node, pathItem: pathItem ?? item };
          const summary = summaryOf(located);
          const description = describe(context, from, [each.node, "description"]);
          return {
            name,
            expression,
            method: each.method,
            ...defined({ summary, description }),
            ...readExchange(located, accepts),
          };
        });
      }),
  );
}

/** PostgREST serves functions below `/rpc/` and tables or views at the root, whatever lies before. */
function databaseNames(path: string): Pick<Operation, "rpc" | "relation"> {
  const rpc = /(?:^|\/)rpc\/([\p{L}_][\p{L}\p{N}_$]*)\/?$/u.exec(path)?.[1];
  if (rpc !== undefined) return { rpc };
  const relation = /^\/(?:rest\/v1\/)?([\p{L}_][\p{L}\p{N}_$]*)\/?$/u.exec(path)?.[1];
  return defined({ relation });
}
