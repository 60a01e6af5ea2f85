import { diagnose, outcome, type Outcome } from "#diagnostics/index.ts";
import type { Fact } from "#model/fact.ts";
import { itemName } from "#model/item.ts";
import type { DocumentNames, NamedOperation } from "../names.ts";
import { addressOf, child, locationOf, textOf } from "../node.ts";
import type { ProjectFiles } from "../references/project-files.ts";
import { addApi, addTags } from "./api-facts.ts";
import type { DocumentContext } from "./context.ts";
import { addOperation } from "./operation-facts.ts";
import { addSchemas } from "./schemas/schema-facts.ts";

/** Everything that one document says. */
export function readFacts(names: DocumentNames, files: ProjectFiles): Outcome<readonly Fact[]> {
  const context: DocumentContext = {
    draft: names.draft,
    names,
    files,
    facts: [],
    diagnostics: [],
    operations: {
      byOperationId: new Map(
        names.operations.flatMap(({ operationId, id }) =>
          operationId === undefined ? [] : [[operationId, id] as const],
        ),
      ),
      byAddress: new Map(
        names.operations.map(({ operation, id }) => [addressOf(operation.node), id]),
      ),
    },
    said: new Set(),
    tally: { said: 0 },
    parameters: new Map(),
  };
  addApi(context);
  addTags(context);
  for (const operation of names.operations) addOperation(context, operation);
  addSchemas(context);
  reportDuplicates(context, names.operations);
  return outcome(context.facts, context.diagnostics);
}

/** The first operation with an operationId keeps it. */
function reportDuplicates(context: DocumentContext, operations: readonly NamedOperation[]): void {
  const owners = new Map(operations.map((each) => [each.operationId, each]));
  for (const { operation, operationId } of operations) {
    const place = child(operation.node, "operationId");
    const written = textOf(operation.node, "operationId");
    const owner = owners.get(written);
    if (operationId !== undefined || place === undefined || owner === undefined) continue;
    const args = {
      operationId: written ?? "",
      other: `${owner.operation.method} ${owner.operation.path}`,
    };
    const first = child(owner.operation.node, "operationId");
    const related = first ? [{ ...locationOf(first), message: `\`${itemName(owner.id)}\`` }] : [];
    context.diagnostics.push(
      diagnose("sources/openapi-duplicate-operation-id", args, {
        location: locationOf(place),
        target: args.operationId,
        related,
      }),
    );
  }
}
