import type { OAuthFlow, SecurityRequirement, SecurityScheme } from "#model/api/items.ts";
import type { ItemId } from "#model/item.ts";
import { defined, filled } from "../defined.ts";
import { child, elementsOf, fieldsOf, flagOf, type Node, textOf, textsOf } from "../node.ts";
import { follow } from "../references/survey.ts";
import { describe, type DocumentContext } from "./context.ts";
import { textsByName } from "./extensions.ts";

/** Every way to be recognised that a document knows. */
export function readSecuritySchemes(
  context: DocumentContext,
  api: ItemId,
): readonly SecurityScheme[] {
  const { root } = context.draft;
  const written = [
    ...fieldsOf(child(child(root, "components"), "securitySchemes")),
    ...fieldsOf(child(root, "securityDefinitions")),
  ];
  return written.flatMap(([name, node]) => {
    const scheme = follow(node, context.files);
    if (scheme === undefined) return [];
    return [
      {
        name,
        type: textOf(scheme, "type") ?? "",
        deprecated: flagOf(scheme, "deprecated"),
        ...defined({
          detail: detailOf(scheme),
          description: describe(context, api, [scheme, "description"]),
          key: keyOf(scheme),
          bearerFormat: textOf(scheme, "bearerFormat"),
          metadata: textOf(scheme, "openIdConnectUrl") ?? textOf(scheme, "oauth2MetadataUrl"),
          flows: filled(flowsOf(scheme)),
        }),
      },
    ];
  });
}

function detailOf(scheme: Node): string | undefined {
  const key = keyOf(scheme);
  if (key) return `${key.in} ${key.name}`.trim();
  const flows = flowsOf(scheme).map(({ name }) => name);
  return textOf(scheme, "scheme") ?? (flows.length > 0 ? flows.join(", ") : undefined);
}

function keyOf(scheme: Node): SecurityScheme["key"] {
  if (textOf(scheme, "type") !== "apiKey") return undefined;
  return { in: textOf(scheme, "in") ?? "", name: textOf(scheme, "name") ?? "" };
}

/** Since 3.0 there may be several; in 2.0 the scheme itself is the one. */
function flowsOf(scheme: Node): readonly OAuthFlow[] {
  const old = textOf(scheme, "flow");
  const flows = old === undefined ? fieldsOf(child(scheme, "flows")) : [[old, scheme] as const];
  return flows
    .filter(([name]) => !name.startsWith("x-"))
    .map(([name, flow]) => ({
      name,
      addresses: addressFields.flatMap((field) => {
        const url = textOf(flow, field);
        return url === undefined ? [] : [{ field, url }];
      }),
      scopes: textsByName(child(flow, "scopes")).map(({ name: scope, value }) => ({
        name: scope,
        description: value,
      })),
    }));
}

const addressFields = ["authorizationUrl", "deviceAuthorizationUrl", "tokenUrl", "refreshUrl"];

/** Each alternative is enough; an operation replaces what its document says. */
export function readSecurity(node: Node, root: Node): readonly SecurityRequirement[] {
  const requirements = child(node, "security") ?? child(root, "security");
  return elementsOf(requirements).map((requirement) =>
    fieldsOf(requirement).map(([scheme, scopes]) => ({ scheme, scopes: textsOf(scopes) })),
  );
}
