import type { ApiRemark } from "#model/api/quality.ts";
import type { NamedOperation } from "../names.ts";
import {
  child,
  elementsOf,
  fieldsOf,
  keyLocationOf,
  locationOf,
  type Node,
  textOf,
} from "../node.ts";
import { follow } from "../references/survey.ts";
import { tagsOf } from "../draft.ts";
import type { Looked, Rule } from "./context.ts";

const perOperation =
  (find: (named: NamedOperation, looked: Looked) => readonly ApiRemark[]): Rule =>
  (looked) =>
    looked.names.operations.flatMap((named) => find(named, looked));

const subjectOf = ({ operation: { method, path } }: NamedOperation): string => `${method} ${path}`;

/** An answer for when all goes well, and one for when it does not. */
export const responses: Rule = perOperation((named) => {
  const { id, operation } = named;
  const written = child(operation.node, "responses");
  const statuses = fieldsOf(written).map(([status]) => status);
  const remark = {
    item: id,
    location: keyLocationOf(written ?? operation.node),
    args: { operation: subjectOf(named) },
  };
  const isSaid = (pattern: RegExp) => statuses.some((each) => pattern.test(each));
  return [
    ...(isSaid(/^[123]|^default$/i) ? [] : [{ rule: "no-success-response", ...remark } as const]),
    // Of a webhook the errors are those of its receivers.
    ...(operation.webhook || isSaid(/^[45]|^default$/i)
      ? []
      : [{ rule: "no-error-response", ...remark } as const]),
  ];
});

/** What generated clients and stable addresses are named after. */
export const operationIds: Rule = perOperation((named) => {
  const { id, operation } = named;
  if (textOf(operation.node, "operationId") !== undefined) return [];
  const args = { operation: subjectOf(named) };
  return [{ rule: "no-operation-id", item: id, location: keyLocationOf(operation.node), args }];
});

/** Tags that the document does not describe. One that declares none has no order to keep. */
export const declaredTags: Rule = (looked) => {
  const declared = new Set(
    elementsOf(child(looked.root, "tags")).flatMap((each) => textOf(each, "name") ?? []),
  );
  if (declared.size === 0) return [];
  return perOperation(({ id, operation }) =>
    tagsOf(operation.node).flatMap(([tag, place]) =>
      declared.has(tag)
        ? []
        : [{ rule: "tag-not-declared", item: id, location: locationOf(place), args: { tag } }],
    ),
  )(looked);
};

/** Schemes and scopes that are asked for and described nowhere. */
export const definedSecurity: Rule = (looked) => {
  const { root, files, names } = looked;
  const written = [
    ...fieldsOf(child(child(root, "components"), "securitySchemes")),
    ...fieldsOf(child(root, "securityDefinitions")),
  ];
  const schemes = new Map(written.map(([name, node]) => [name, follow(node, files)]));
  const owners = [
    { item: `api:${names.api}` as const, node: root },
    ...names.operations.map(({ id, operation }) => ({ item: id, node: operation.node })),
  ];
  return owners.flatMap(({ item, node }) =>
    elementsOf(child(node, "security"))
      .flatMap(fieldsOf)
      .flatMap(([name, scopes]) => unknownPart(name, scopes, schemes.get(name)))
      .map((remark) => ({ item, ...remark })),
  );
};

function unknownPart(
  name: string,
  scopes: Node,
  scheme: Node | undefined,
): readonly Omit<ApiRemark, "item">[] {
  // Since 3.1 the address of a scheme may stand for its name.
  if (scheme === undefined && !/[/#]/.test(name)) {
    const location = keyLocationOf(scopes);
    return [{ rule: "security-not-defined", location, args: { scheme: name } }];
  }
  return unknownScopes(scheme, scopes).map((each) => ({
    rule: "scope-not-defined",
    location: locationOf(each),
    args: { scope: String(each.value), scheme: name },
  }));
}

function unknownScopes(scheme: Node | undefined, scopes: Node): readonly Node[] {
  if (textOf(scheme, "type") !== "oauth2") return [];
  const flows = [scheme, ...fieldsOf(child(scheme, "flows")).map(([, flow]) => flow)];
  const known = new Set(
    flows.flatMap((flow) => fieldsOf(child(flow, "scopes")).map(([scope]) => scope)),
  );
  return elementsOf(scopes).filter(({ value }) => typeof value === "string" && !known.has(value));
}
