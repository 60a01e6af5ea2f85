import type { Api, Operation, Parameter, Server } from "#model/api/items.ts";
import type { Graph } from "#model/graph.ts";
import { credentialsOf } from "./credentials.ts";
import { exampleValue } from "./example-value.ts";
import { encode, type SampleHeader } from "./sample-header.ts";
import { pickBody, type SampleBody, sampleBody } from "./sample-body.ts";

/** One call of an operation, with a value for everything that it cannot be made without. */
export interface SampleRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly SampleHeader[];
  /** Name and password, for a scheme that wants both. */
  readonly login: boolean;
  readonly body?: SampleBody;
}

const contentType = /^content-type$/i;
export const isContentType = (name: string): boolean => contentType.test(name);

/** The client writes the header of a multipart body by itself, with the boundary between parts. */
export const sentHeaders = ({ headers, body }: SampleRequest): readonly SampleHeader[] =>
  headers.filter(({ name }) => !(body?.kind === "multipart" && isContentType(name)));

/** The least that has to be sent: the first server, required parameters, one way to be recognised. */
export function sampleRequest(operation: Operation, api: Api, graph: Graph): SampleRequest {
  const required = operation.parameters.filter((parameter) => parameter.required);
  const value = (parameter: Parameter): string => sampleValue(parameter, graph);
  const credentials = credentialsOf(operation, api);
  const body = pickBody(operation);
  const query = [
    ...required
      .filter((each) => each.in === "query")
      .map((each) => `${encode(each.name)}=${encode(value(each))}`),
    ...required
      .filter((each) => each.in === "querystring")
      .map((each) => encodeURI(value(each).toWellFormed())),
    ...credentials.query,
  ];
  const path = operation.path.replace(/\{([^{}]*)\}/g, (hole, name: string) => {
    const found = operation.parameters.find((each) => each.in === "path" && each.name === name);
    return found ? encode(value(found)) : hole;
  });
  const server = addressOf(safest(operation.servers ?? api.servers));
  return {
    method: operation.method,
    url: `${server}${path}${query.length > 0 ? `?${query.join("&")}` : ""}`,
    headers: [
      ...acceptOf(operation),
      ...(body ? [{ name: "Content-Type", value: body.mediaType }] : []),
      ...required
        .filter((each) => each.in === "header")
        .map((each) => ({ name: each.name, value: value(each) })),
      ...cookies(required, credentials.cookies, value),
      ...credentials.headers,
    ],
    login: credentials.login,
    ...(body && { body: sampleBody(body, graph) }),
  };
}

/** The first server; where that is reached with and without encryption, with it. */
function safest(servers: readonly Server[]): Server | undefined {
  const [first] = servers;
  const encrypted = first?.url.replace(/^http:/, "https:");
  return servers.find(({ url }) => url === encrypted) ?? first;
}

/** A relative address has no host of its own, and a variable has a default. */
function addressOf(server: Server | undefined): string {
  const url = (server?.url ?? "").replace(/\{([^{}]*)\}/g, (hole, name: string) => {
    const variable = server?.variables?.find((each) => each.name === name);
    return variable?.default || hole;
  });
  const whole = url.startsWith("//") ? `https:${url}` : url;
  const absolute = /^[a-z][a-z0-9+.-]*:/i.test(whole);
  const joined = absolute ? whole : `https://example.com/${whole.replace(/^\/+/, "")}`;
  return joined.replace(/\/+$/, "");
}

function sampleValue({ shape, examples = [] }: Parameter, graph: Graph): string {
  const given = examples[0];
  if (given !== undefined) return given.serialized ?? given.text;
  const value = exampleValue(shape, graph, "request") ?? "";
  return typeof value === "string" ? value : JSON.stringify(value);
}

function acceptOf({ responses }: Operation): readonly SampleHeader[] {
  const bodies = responses
    .filter(({ status }) => /^2/.test(status))
    .flatMap(({ bodies }) => bodies);
  const [first] = bodies.length > 0 ? bodies : responses.flatMap((response) => response.bodies);
  return first === undefined ? [] : [{ name: "Accept", value: first.mediaType }];
}

function cookies(
  required: readonly Parameter[],
  secret: readonly string[],
  value: (parameter: Parameter) => string,
): readonly SampleHeader[] {
  const plain = required
    .filter((each) => each.in === "cookie")
    .map((each) => `${each.name}=${value(each)}`);
  const [first] = secret;
  const texts = [...plain, ...(first === undefined ? [] : [`${first}=`])];
  if (texts.length === 0) return [];
  return [
    { name: "Cookie", value: texts.join("; "), ...(first !== undefined && { secret: "API_KEY" }) },
  ];
}
