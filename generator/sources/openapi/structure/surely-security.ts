import { isObject } from "../node.ts";
import { among, both, mapOf, open, orReference, type Surely, text, without } from "./surely.ts";

const flow = (...required: readonly string[]): Surely =>
  open(
    {
      ...Object.fromEntries(required.map((name) => [name, text])),
      refreshUrl: text,
      scopes: mapOf(text),
    },
    [...required, "scopes"],
  );

const apiKey = open(
  { type: text, name: text, in: among("header", "query", "cookie"), description: text },
  ["name", "in"],
);

const http = both(
  open({ type: text, scheme: text, bearerFormat: text, description: text }, ["scheme"]),
  (value) => isObject(value) && (value.scheme === "bearer" || without("bearerFormat")(value)),
);

const oauth2 = open(
  {
    type: text,
    flows: open({
      implicit: flow("authorizationUrl"),
      password: flow("tokenUrl"),
      clientCredentials: flow("tokenUrl"),
      authorizationCode: flow("authorizationUrl", "tokenUrl"),
    }),
    description: text,
  },
  ["flows"],
);

const schemes: ReadonlyMap<unknown, Surely> = new Map([
  ["apiKey", apiKey],
  ["http", http],
  ["oauth2", oauth2],
  [
    "openIdConnect",
    open({ type: text, openIdConnectUrl: text, description: text }, ["openIdConnectUrl"]),
  ],
]);

/** A way to be recognised, or a reference to one. */
export const securityScheme = orReference(
  (value) => isObject(value) && schemes.get(value.type)?.(value) === true,
);
