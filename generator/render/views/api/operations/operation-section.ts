import type { Callback, Operation, Server } from "#model/api/items.ts";
import type { LinkText, PageContext } from "../../../view.ts";
import { sampleRequest } from "../examples/sample-request.ts";
import { type Sample, writeSamples } from "../examples/write-samples.ts";
import { extensionParts } from "../extension-parts.ts";
import type { ApiLayout, ShownOperation } from "../layout.ts";
import { outsideLink } from "../outside-link.ts";
import { linksFrom, mentionsOf } from "../relations.ts";
import { type ExchangeParts, exchangeParts } from "./exchange-parts.ts";
import { operationHistory } from "./operation-history.ts";
import { securityParts } from "./security-parts.ts";

/** What the page of a tag shows under one anchor. */
export interface OperationSection extends ExchangeParts {
  readonly [field: string]: unknown;
  readonly anchor: string;
  readonly method: string;
  readonly path: string;
}

/** What the page of a tag shows of one operation, and of the requests that it makes come back. */
export function operationSections(
  shown: ShownOperation,
  layout: ApiLayout,
  context: PageContext,
): readonly OperationSection[] {
  const { operation, anchor } = shown;
  const { attributes } = operation;
  const name = `${attributes.method} ${attributes.path}`;
  const callbacks = attributes.callbacks.map((callback, index) => ({
    callback,
    anchor: `${anchor}-callback-${String(index + 1)}`,
  }));
  return [
    {
      ...operationSection(shown, layout, context),
      callbacks: callbacks.map(({ callback, anchor: at }) => ({
        text: `${callback.name}: ${callback.method} ${callback.expression}`,
        href: `#${at}`,
      })),
    },
    ...callbacks.map(({ callback, anchor: at }) =>
      callbackSection(callback, { anchor: at, of: { text: name, href: `#${anchor}` } }, context),
    ),
  ];
}

function operationSection(
  { operation, anchor }: ShownOperation,
  layout: ApiLayout,
  context: PageContext,
): OperationSection {
  const { id, attributes, description, location } = operation;
  return {
    anchor,
    method: attributes.method,
    path: attributes.path,
    summary: attributes.summary ?? "",
    operationId: attributes.operationId ?? "",
    deprecated: attributes.deprecated,
    webhook: attributes.webhook,
    callbackOf: "",
    description: context.prose(description, 3),
    docs: docsOf(attributes, context),
    security: securityParts(attributes, layout, context),
    servers: (attributes.servers ?? []).map(serverText),
    ...extensionParts(attributes.extensions),
    samples: samplesOf(attributes, layout, context),
    ...exchangeParts(attributes, context, attributes.webhook ? "api" : "reader"),
    ...operationHistory(id, context),
    calls: linksFrom(id, ["calls", "reads", "writes"], context),
    traces: linksFrom(id, ["refers-to", "implements"], context),
    mentions: mentionsOf(id, context),
    place: context.place(location),
  };
}

/** A request that comes back has no item of its own: it is told below the one that causes it. */
const callbackSection = (
  callback: Callback,
  { anchor, of }: { readonly anchor: string; readonly of: LinkText },
  context: PageContext,
): OperationSection => ({
  anchor,
  method: callback.method,
  path: callback.expression,
  summary: callback.summary ?? callback.name,
  operationId: "",
  deprecated: false,
  webhook: false,
  callbackOf: of,
  description: context.prose(callback.description, 3),
  docs: [],
  security: [],
  servers: [],
  ...extensionParts(),
  samples: [],
  ...exchangeParts(callback, context, "api"),
  callbacks: [],
  since: "",
  changed: [],
  calls: [],
  traces: [],
  mentions: [],
  place: "",
});

const docsOf = ({ externalDocs }: Operation, context: PageContext): readonly object[] =>
  externalDocs === undefined
    ? []
    : [
        {
          link: outsideLink(externalDocs.url),
          description: context.proseLine(externalDocs.description),
        },
      ];

const serverText = ({ url, description }: Server): string =>
  description === undefined ? url : `${url} (${description})`;

/** An API that calls its client is not called with a command. */
const samplesOf = (
  operation: Operation,
  { api }: ApiLayout,
  { graph }: PageContext,
): readonly Sample[] => [
  ...(operation.webhook ? [] : writeSamples(sampleRequest(operation, api.attributes, graph))),
  ...(operation.samples ?? []),
];
