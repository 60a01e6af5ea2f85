import type { SecurityScheme } from "#model/api.ts";
import { tallyFact } from "#model/fact.ts";
import { type ItemId, itemId } from "#model/item.ts";
import { posix } from "node:path";
import { defined } from "../defined.ts";
import { tagsOf } from "../draft.ts";
import { plainName } from "../names.ts";
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
import { addItem, describe, type DocumentContext, refer } from "./context.ts";

/** Reports the document itself, and how much of it was taken in. */
export function addApi(context: DocumentContext): void {
  const { draft, names, facts } = context;
  const { root } = draft;
  const info = child(root, "info");
  const id = itemId("api", names.api);
  addItem(context, {
    kind: "api",
    id,
    title: textOf(info, "title")?.trim() || posix.parse(draft.file.path).name,
    location: info ? keyLocationOf(info) : locationOf(root),
    ...defined({ description: describe(context, id, [info, "description"]) }),
    attributes: {
      name: names.api,
      version: textOf(info, "version") ?? "",
      dialect: draft.dialect.name,
      servers: serversOf(root),
      securitySchemes: securitySchemes(context, id),
      tags: findTags(context).map(({ name }) => name),
    },
  });
  const count = draft.operations.length;
  const tally = { source: "openapi", file: draft.file.path, unit: "operations" };
  facts.push(
    tallyFact({ ...tally, read: count, modelled: count, passedOver: 0, notUnderstood: 0 }),
  );
}

/** Since 3.0 a list; in 2.0 schemes, host and base path apart. */
function serversOf(root: Node): readonly { readonly url: string; readonly description?: string }[] {
  const listed = elementsOf(child(root, "servers")).flatMap((server) => {
    const url = textOf(server, "url");
    return url === undefined
      ? []
      : [{ url, ...defined({ description: textOf(server, "description") }) }];
  });
  const host = textOf(root, "host");
  const base = textOf(root, "basePath") ?? "";
  if (listed.length > 0 || (host === undefined && base === "")) return listed;
  const schemes = elementsOf(child(root, "schemes")).map(({ value }) => `${String(value)}:`);
  if (host === undefined) return [{ url: base }];
  return (schemes.length > 0 ? schemes : [""]).map((scheme) => ({
    url: `${scheme}//${host}${base}`,
  }));
}

function securitySchemes(context: DocumentContext, api: ItemId): readonly SecurityScheme[] {
  const { root } = context.draft;
  const written = [
    ...fieldsOf(child(child(root, "components"), "securitySchemes")),
    ...fieldsOf(child(root, "securityDefinitions")),
  ];
  return written.flatMap(([name, node]) => {
    const scheme = follow(node, context.files);
    if (scheme === undefined) return [];
    const description = describe(context, api, [scheme, "description"]);
    const fields = defined({ detail: detailOf(scheme), description });
    return [{ name, type: textOf(scheme, "type") ?? "", ...fields }];
  });
}

function detailOf(scheme: Node): string | undefined {
  if (textOf(scheme, "type") === "apiKey") {
    return `${textOf(scheme, "in") ?? ""} ${textOf(scheme, "name") ?? ""}`.trim();
  }
  const flows = fieldsOf(child(scheme, "flows")).map(([flow]) => flow);
  const known =
    textOf(scheme, "scheme") ?? textOf(scheme, "openIdConnectUrl") ?? textOf(scheme, "flow");
  return known ?? (flows.length > 0 ? flows.join(", ") : undefined);
}

interface FoundTag {
  readonly name: string;
  readonly node: Node;
  readonly declared: boolean;
}

/** The declared tags in their order, then those that operations only use. */
function findTags({ draft }: DocumentContext): readonly FoundTag[] {
  const found = new Map<string, FoundTag>();
  const add = (tag: FoundTag): void => {
    if (!found.has(tag.name)) found.set(tag.name, tag);
  };
  for (const node of elementsOf(child(draft.root, "tags"))) {
    const name = textOf(node, "name");
    if (name !== undefined) add({ name, node, declared: true });
  }
  for (const { node } of draft.operations) {
    for (const [name, place] of tagsOf(node)) add({ name, node: place, declared: false });
  }
  return [...found.values()];
}

export function addTags(context: DocumentContext): void {
  const { api } = context.names;
  const added = new Set<ItemId>();
  for (const { name, node, declared } of findTags(context)) {
    const id = itemId("tag", `${api}/${plainName(name)}`);
    if (added.has(id)) continue;
    added.add(id);
    const location = locationOf(child(node, "name") ?? node);
    refer(context, { from: id, role: "part-of", to: itemId("api", api) }, location);
    addItem(context, {
      kind: "tag",
      id,
      title: declared ? (textOf(node, "summary") ?? name) : name,
      location,
      ...defined({
        description: declared ? describe(context, id, [node, "description"]) : undefined,
      }),
      attributes: { api, name, declared },
    });
  }
}
