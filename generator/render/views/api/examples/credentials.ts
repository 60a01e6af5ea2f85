import type { Api, Operation, SecurityScheme } from "#model/api/items.ts";
import { encode, type SampleHeader } from "./sample-header.ts";

/** What a call carries to be recognised; secrets by the name of the variable that holds them. */
export interface Credentials {
  readonly headers: readonly SampleHeader[];
  readonly query: readonly string[];
  /** Names of cookies that hold a key. */
  readonly cookies: readonly string[];
  readonly login: boolean;
}

/** For the first alternative that asks for something. */
export function credentialsOf({ security }: Operation, api: Api): Credentials {
  const wanted = security.find((requirement) => requirement.length > 0) ?? [];
  const schemes = wanted.flatMap(
    ({ scheme }) => api.securitySchemes.find(({ name }) => name === scheme) ?? [],
  );
  const keys = schemes.flatMap(({ key }) => key ?? []);
  const named = (place: string): readonly string[] =>
    keys.filter((key) => key.in === place).map(({ name }) => name);
  return {
    headers: [
      ...named("header").map((name) => ({ name, value: "", secret: "API_KEY" })),
      ...(schemes.some(isBearer)
        ? [{ name: "Authorization", value: "Bearer ", secret: "TOKEN" }]
        : []),
    ],
    query: named("query").map((name) => `${encode(name)}=API_KEY`),
    cookies: named("cookie"),
    login: schemes.some(isBasic),
  };
}

const isBasic = ({ type, detail }: SecurityScheme): boolean =>
  type === "basic" || (type === "http" && detail?.toLowerCase() === "basic");

const isBearer = ({ type, detail }: SecurityScheme): boolean =>
  type === "oauth2" ||
  type === "openIdConnect" ||
  (type === "http" && detail?.toLowerCase() === "bearer");
