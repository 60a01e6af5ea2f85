import type { Body, Operation, Parameter, Response } from "#model/api.ts";
import type { PageContext } from "../../view.ts";
import type { ShownOperation } from "./layout.ts";
import { notesOf } from "./notes.ts";
import { type PropertyRow, propertyRows } from "./property-rows.ts";
import { linksFrom, mentionsOf } from "./relations.ts";
import { typeParts } from "./type-parts.ts";

/** What the page of a tag shows of one operation. */
export function operationSection(
  { operation, anchor }: ShownOperation,
  context: PageContext,
): object {
  const { id, attributes, description, location } = operation;
  const { words } = context;
  return {
    anchor,
    method: attributes.method,
    path: attributes.path,
    summary: attributes.summary ?? "",
    operationId: attributes.operationId ?? "",
    deprecated: attributes.deprecated,
    webhook: attributes.webhook,
    description: context.prose(description, 3),
    security: securityWords(attributes, words),
    parameters: attributes.parameters.map((parameter) => parameterRow(parameter, context)),
    bodyRequired: words(attributes.bodyRequired ? "api.body-required" : "api.body-optional"),
    bodyDescription: context.prose(attributes.bodyDescription, 3),
    bodies: attributes.bodies.map((body) => bodySection(body, context)),
    responses: attributes.responses.map((response) => responseRow(response, context)),
    details: attributes.responses.flatMap((response) => responseDetails(response, context)),
    callbacks: attributes.callbacks,
    calls: linksFrom(id, ["calls", "reads", "writes"], context),
    traces: linksFrom(id, ["refers-to", "implements"], context),
    mentions: mentionsOf(id, context),
    place: context.place(location),
  };
}

function securityWords({ security }: Operation, words: PageContext["words"]): string {
  if (security.length === 0) return "";
  const alternatives = security.map((requirement) => {
    if (requirement.length === 0) return words("api.no-security");
    return requirement
      .map(({ scheme, scopes }) =>
        scopes.length > 0 ? `${scheme} (${scopes.join(", ")})` : scheme,
      )
      .join(` ${words("api.and")} `);
  });
  return alternatives.join(` ${words("api.or")} `);
}

const places = ["path", "query", "header", "cookie", "querystring"];

function parameterRow(parameter: Parameter, context: PageContext): PropertyRow & { in: string } {
  const { words } = context;
  const { name, shape, required } = parameter;
  return {
    name,
    in: places.includes(parameter.in) ? words(`api.in-${parameter.in}`) : parameter.in,
    type: typeParts(shape, context),
    required: words(required ? "api.yes" : "api.no"),
    description: context.proseLine(parameter.description),
    note: notesOf(shape, { deprecated: parameter.deprecated }, words).join("; "),
  };
}

const bodySection = ({ mediaType, shape, examples }: Body, context: PageContext): object => ({
  mediaType,
  type: typeParts(shape, context),
  description: context.proseLine(shape.ref === undefined ? shape.description : undefined),
  rows: shape.ref === undefined ? propertyRows(shape, context) : [],
  examples,
});

const responseRow = ({ status, description, bodies }: Response, context: PageContext): object => ({
  status,
  description: context.proseLine(description),
  bodies: distinctTypes(bodies, context),
});

/** Media types that carry the same are told together. */
function distinctTypes(bodies: readonly Body[], context: PageContext): readonly object[] {
  const groups = Map.groupBy(bodies, ({ shape }) => JSON.stringify(shape));
  return [...groups.values()].map((group) => ({
    mediaType: group.map(({ mediaType }) => mediaType).join(", "),
    type: group[0] ? typeParts(group[0].shape, context) : [],
  }));
}

/** Headers, examples and the properties of shapes without a page of their own. */
function responseDetails(
  { status, headers, bodies }: Response,
  context: PageContext,
): readonly object[] {
  const shapes = [...Map.groupBy(bodies, ({ shape }) => JSON.stringify(shape)).values()];
  const rows = shapes.flatMap(([body]) =>
    body === undefined || body.shape.ref !== undefined ? [] : propertyRows(body.shape, context),
  );
  const examples = bodies.flatMap((body) => body.examples);
  const headerRows = headers.map((header) => parameterRow(header, context));
  if (rows.length + examples.length + headerRows.length === 0) return [];
  return [{ status, headers: headerRows, rows, examples }];
}
