import type { Api } from "#model/api/items.ts";
import { tallyFact } from "#model/fact.ts";
import { type ItemId, itemId } from "#model/item.ts";
import { posix } from "node:path";
import { defined, filled } from "../defined.ts";
import { tagsOf } from "../draft.ts";
import { plainName } from "../names.ts";
import { child, elementsOf, keyLocationOf, locationOf, type Node, textOf } from "../node.ts";
import { addItem, describe, type DocumentContext, refer } from "./context.ts";
import { documentExtensions, readExtensions, readExternalDocs } from "./extensions.ts";
import { readSecuritySchemes } from "./security.ts";
import { serversOf } from "./servers.ts";

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
      securitySchemes: readSecuritySchemes(context, id),
      tags: findTags(context).map(({ name }) => name),
      ...defined({
        summary: textOf(info, "summary"),
        termsOfService: textOf(info, "termsOfService"),
        contact: contactOf(info),
        license: licenseOf(info),
        externalDocs: readExternalDocs(context, id, root),
        extensions: filled(documentExtensions(root)),
      }),
    },
  });
  const count = draft.operations.length;
  const tally = { source: "openapi", file: draft.file.path, unit: "operations" };
  facts.push(
    tallyFact({ ...tally, read: count, modelled: count, passedOver: 0, notUnderstood: 0 }),
  );
}

function contactOf(info: Node | undefined): Api["contact"] {
  const contact = child(info, "contact");
  if (contact === undefined) return undefined;
  return defined({
    name: textOf(contact, "name"),
    url: textOf(contact, "url"),
    email: textOf(contact, "email"),
  });
}

function licenseOf(info: Node | undefined): Api["license"] {
  const license = child(info, "license");
  const name = textOf(license, "name");
  if (name === undefined) return undefined;
  const identifier = textOf(license, "identifier");
  return { name, ...defined({ url: textOf(license, "url"), identifier }) };
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

/** Since 3.2 a tag has a title; before, many wrote one under the name that tools agreed on. */
const titleOf = (tag: Node, name: string): string =>
  textOf(tag, "summary") ?? textOf(tag, "x-displayName") ?? name;

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
      title: declared ? titleOf(node, name) : name,
      location,
      ...defined({
        description: declared ? describe(context, id, [node, "description"]) : undefined,
      }),
      attributes: {
        api,
        name,
        declared,
        ...(declared &&
          defined({
            parent: textOf(node, "parent"),
            kind: textOf(node, "kind"),
            externalDocs: readExternalDocs(context, id, node),
            extensions: readExtensions(node),
          })),
      },
    });
  }
}
