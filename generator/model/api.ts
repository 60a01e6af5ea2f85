import type { Prose } from "./prose.ts";

/** Items that come from OpenAPI documents. */
export interface ApiItems {
  /** One OpenAPI document. */
  api: Api;
  /** A tag that operations carry, declared or not. Its name is `<api>/<tag>`. */
  tag: { readonly api: string; readonly name: string; readonly declared: boolean };
  /**
   * Its name is its operationId, else `GET /path`; with `<api>/` in front when several documents
   * have the same.
   */
  operation: Operation;
  /**
   * A schema of `components.schemas` (or `definitions`), or one that a `$ref` leads to elsewhere.
   * Its name has `<api>/` in front when several documents have the same.
   */
  schema: {
    readonly api: string;
    readonly name: string;
    /** What the schema calls itself, when that is not its name. */
    readonly label?: string;
    readonly shape: SchemaShape;
    readonly examples: readonly Example[];
  };
}

export interface Api {
  readonly name: string;
  readonly version: string;
  /** `OpenAPI 3.1.0`, `Swagger 2.0`. */
  readonly dialect: string;
  readonly servers: readonly { readonly url: string; readonly description?: string }[];
  readonly securitySchemes: readonly SecurityScheme[];
  /** Names of tags, in the order of the document. */
  readonly tags: readonly string[];
}

export interface SecurityScheme {
  readonly name: string;
  /** `http`, `apiKey`, `oauth2`, `openIdConnect`, `mutualTLS`, `basic`. */
  readonly type: string;
  /** What tells schemes of one type apart: `bearer`, `header X-Key`. */
  readonly detail?: string;
  readonly description?: Prose;
}

/** Schemes that are needed together. */
export type SecurityRequirement = readonly {
  readonly scheme: string;
  readonly scopes: readonly string[];
}[];

export interface Operation {
  readonly api: string;
  /** Its place among the operations of the document, from 0. */
  readonly order: number;
  readonly operationId?: string;
  /** Upper case. */
  readonly method: string;
  /** The path template, or the name of a webhook. */
  readonly path: string;
  /** The API calls its client. */
  readonly webhook: boolean;
  readonly summary?: string;
  readonly tags: readonly string[];
  readonly deprecated: boolean;
  readonly parameters: readonly Parameter[];
  readonly bodies: readonly Body[];
  readonly bodyDescription?: Prose;
  readonly bodyRequired: boolean;
  readonly responses: readonly Response[];
  /** One of these is enough; empty means that anybody may call. */
  readonly security: readonly SecurityRequirement[];
  /** Requests that the API sends back, `name: POST {$request.body#/url}`. */
  readonly callbacks: readonly string[];
  /** The database function that PostgREST runs for `/rpc/<function>`. */
  readonly rpc?: string;
  /** The table or view that PostgREST serves as `/<relation>`, if there is one of this name. */
  readonly relation?: string;
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly description?: Prose;
  readonly shape: SchemaShape;
}

/** What is sent or returned under one media type. */
export interface Body {
  readonly mediaType: string;
  readonly shape: SchemaShape;
  readonly examples: readonly Example[];
}

/** A value that somebody gave as an example. */
export interface Example {
  /** Its key or summary; empty for the only one. */
  readonly name: string;
  /** JSON, or the text as it is sent. */
  readonly text: string;
}

export interface Response {
  readonly status: string;
  readonly description?: Prose;
  readonly headers: readonly Parameter[];
  readonly bodies: readonly Body[];
}

/** A schema as pages show it; `ref` names a schema item and ends the recursion. */
export interface SchemaShape {
  /** The id of a schema item. */
  readonly ref?: string;
  /** A `$ref` as it is written, when it leads nowhere. */
  readonly unresolved?: string;
  /** `string`, `integer | string`, `array`; `any` when nothing is said. */
  readonly type: string;
  readonly format?: string;
  readonly nullable: boolean;
  readonly description?: Prose;
  readonly constraints: readonly Constraint[];
  /** Allowed values, as JSON. */
  readonly enum?: readonly string[];
  /** As JSON. */
  readonly default?: string;
  readonly properties?: readonly Property[];
  /** What properties without a name of their own look like; `false` when there may be none. */
  readonly additional?: SchemaShape | false;
  readonly items?: SchemaShape;
  readonly variants?: readonly Variants[];
}

/** A limit on values, by its JSON Schema keyword. */
export interface Constraint {
  readonly keyword: ConstraintKeyword;
  readonly value: string;
}

/** Every limit that pages put in words. */
export const constraintKeywords = [
  "minLength",
  "maxLength",
  "pattern",
  "minimum",
  "exclusiveMinimum",
  "maximum",
  "exclusiveMaximum",
  "multipleOf",
  "minItems",
  "maxItems",
  "uniqueItems",
  "minProperties",
  "maxProperties",
] as const;
export type ConstraintKeyword = (typeof constraintKeywords)[number];

/** Schemas that are combined: all of them, one, any, not this one, or one for each place of a list. */
export interface Variants {
  readonly keyword: "allOf" | "oneOf" | "anyOf" | "not" | "prefixItems";
  readonly shapes: readonly SchemaShape[];
  /** The property whose value says which one it is. */
  readonly discriminator?: string;
}

export interface Property {
  readonly name: string;
  readonly required: boolean;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
  readonly deprecated: boolean;
  readonly shape: SchemaShape;
}
