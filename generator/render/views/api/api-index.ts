import type { Api, SecurityScheme } from "#model/api/items.ts";
import type { LinkText, PageContext, View } from "../../view.ts";
import { extensionParts } from "./extension-parts.ts";
import { type ApiLayout, layoutsOf, type OperationItem, type TagPage } from "./layout.ts";
import { operationRow } from "./operation-row.ts";
import { securityAnchor } from "./operations/security-parts.ts";
import { outsideLink } from "./outside-link.ts";
import { coverageRows, qualityPath } from "./quality/api-quality.ts";

/** The overview of one OpenAPI document. */
export const apiIndex: View = {
  template: "api-index",
  target: "api",
  plan: (graph) =>
    layoutsOf(graph).map((layout) => ({
      path: layout.index,
      title: () => layout.api.title,
      subject: layout.api.id,
      origins: [layout.api.location],
      data: (context) => indexData(layout, context),
    })),
};

function indexData(layout: ApiLayout, context: PageContext): object {
  const { api, tags, schemas } = layout;
  const { attributes, description, location } = api;
  const shown = tags.flatMap((page) => page.shown.map(({ operation }) => operation));
  const [webhooks, calls] = [
    shown.filter(({ attributes: { webhook } }) => webhook),
    shown.filter(({ attributes: { webhook } }) => !webhook),
  ];
  return {
    version: attributes.version,
    dialect: attributes.dialect,
    summary: attributes.summary ?? "",
    counts: countsOf({ calls, webhooks, schemas: schemas.length }, context),
    description: context.prose(description, 2),
    ...aboutData(attributes, context),
    schemes: attributes.securitySchemes.map((scheme, order) =>
      schemeSection(scheme, order, context),
    ),
    tags: tags.map((page) => tagRow(page, layout, context)),
    operations: calls.map((operation) => operationRow(operation, context)),
    webhooks: webhooks.map((operation) => operationRow(operation, context)),
    schemas: schemas.map(({ schema }) => ({
      link: context.link(schema.id),
      label: schema.attributes.label ?? "",
    })),
    ...extensionParts(attributes.extensions),
    coverage: coverageRows(api, context),
    quality: context.linkPage(qualityPath(layout), context.words("api-quality.about")),
    place: context.place(location),
  };
}

function countsOf(
  found: {
    readonly calls: readonly OperationItem[];
    readonly webhooks: readonly OperationItem[];
    readonly schemas: number;
  },
  { words }: PageContext,
): string {
  const webhooks = found.webhooks.length;
  const counts = words("api.counts", { operations: found.calls.length, schemas: found.schemas });
  return webhooks === 0 ? counts : `${counts}, ${words("api.count-webhooks", { n: webhooks })}`;
}

/** Who answers for the API, and where it is served. */
function aboutData(attributes: Api, context: PageContext): object {
  const { servers, contact, license, termsOfService, externalDocs } = attributes;
  return {
    servers: servers.map(({ url, name = "", description = "" }) => ({
      url,
      description: [name, description].filter(Boolean).join(": "),
    })),
    variables: servers.flatMap(({ variables = [] }) =>
      variables.map((variable) => ({
        name: variable.name,
        default: variable.default,
        values: (variable.enum ?? []).join(", "),
        description: variable.description ?? "",
      })),
    ),
    contact: contact === undefined ? [] : contactLinks(contact),
    license: license === undefined ? "" : licenseLink(license),
    terms: termsOfService === undefined ? "" : outsideLink(termsOfService),
    docs: externalDocs === undefined ? "" : outsideLink(externalDocs.url),
    docsDescription: context.proseLine(externalDocs?.description),
  };
}

function contactLinks({ name, url, email }: NonNullable<Api["contact"]>): readonly LinkText[] {
  const page = url === undefined ? [] : [outsideLink(url, name ?? url)];
  const mail = email === undefined ? [] : [outsideLink(`mailto:${email}`, email)];
  return [...(page.length === 0 && name !== undefined ? [{ text: name }] : page), ...mail];
}

const licenseLink = ({ name, url, identifier }: NonNullable<Api["license"]>): LinkText => {
  const text = identifier === undefined ? name : `${name} (${identifier})`;
  return url === undefined ? { text } : outsideLink(url, text);
};

const schemeSection = (scheme: SecurityScheme, order: number, context: PageContext): object => ({
  anchor: securityAnchor(order),
  name: scheme.name,
  type: (scheme.detail ?? "") === "" ? scheme.type : `${scheme.type} (${scheme.detail ?? ""})`,
  deprecated: scheme.deprecated,
  description: context.prose(scheme.description, 3),
  bearerFormat: scheme.bearerFormat ?? "",
  metadata: scheme.metadata === undefined ? "" : outsideLink(scheme.metadata),
  flows: (scheme.flows ?? []).map(({ name, addresses, scopes }) => ({
    name,
    addresses: addresses.map(({ field, url }) => ({ field, link: outsideLink(url) })),
    scopes,
  })),
});

/** A tag stands behind those that it belongs below. */
function tagRow(page: TagPage, { tags }: ApiLayout, context: PageContext): object {
  const { tag, name, path, shown, also } = page;
  return {
    above: ancestorsOf(page, tags).map((each) =>
      context.linkPage(each.path, each.tag?.title ?? ""),
    ),
    link: context.linkPage(path, tag?.title ?? context.words(`api.${name}`)),
    operations: shown.length + also.length,
    description: context.proseLine(tag?.description),
  };
}

/** From the outermost; a tag above itself ends the way. */
function ancestorsOf(page: TagPage, tags: readonly TagPage[]): readonly TagPage[] {
  const way: TagPage[] = [];
  let at: TagPage | undefined = page;
  for (;;) {
    const wanted: string | undefined = at.tag?.attributes.parent;
    at = wanted === undefined ? undefined : tags.find(({ tag }) => tag?.attributes.name === wanted);
    if (at === undefined || at === page || way.includes(at)) return way.reverse();
    way.push(at);
  }
}
