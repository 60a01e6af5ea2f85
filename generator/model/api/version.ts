import type { Location } from "../location.ts";

/**
 * A schema as JSON Schema 2020-12 has it, whatever version it is written in: without texts and
 * examples, and every `$ref` a key of the document's schemas.
 */
export type JsonSchema = boolean | JsonObject;
export type JsonObject = Readonly<Record<string, unknown>>;

/** One OpenAPI document at one moment, as far as it binds those who call and those who answer. */
export interface ApiVersion {
  readonly title: string;
  readonly version: string;
  /** By the `$ref` that leads to it. */
  readonly schemas: ReadonlyMap<string, NamedVersion>;
  readonly operations: readonly OperationVersion[];
  readonly securitySchemes: ReadonlyMap<string, SchemeVersion>;
  readonly servers: readonly string[];
  /** Where an operation, a parameter or a schema of this version is written. */
  readonly locate: (part: object) => Location | undefined;
}

export interface NamedVersion {
  readonly name: string;
  readonly schema: JsonSchema;
}

/** What a security scheme says, key by key. */
export type SchemeVersion = Readonly<Record<string, string>>;

export interface OperationVersion {
  /** Of the item that is the operation on the pages. */
  readonly id: string;
  /** Upper case. */
  readonly method: string;
  readonly path: string;
  /** The API calls its client: what it sends is what the client receives. */
  readonly webhook: boolean;
  readonly operationId?: string;
  readonly lifecycle: Lifecycle;
  readonly tags: readonly string[];
  /** One of these is enough, as sets of `scheme scope`; empty means that anybody may call. */
  readonly security: readonly (readonly string[])[];
  readonly parameters: readonly ParameterVersion[];
  readonly body?: BodyVersion;
  readonly responses: readonly ResponseVersion[];
}

/** How long something is to last. */
export interface Lifecycle {
  readonly deprecated: boolean;
  /** `x-sunset`. */
  readonly sunset?: string;
  /** `x-stability-level`. */
  readonly stability?: string;
}

export interface ParameterVersion {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly lifecycle: Lifecycle;
  /** `form exploded`: how a list or an object is written. */
  readonly style: string;
  readonly schema: JsonSchema;
}

export interface BodyVersion {
  readonly required: boolean;
  readonly contents: readonly ContentVersion[];
}

/** What one media type carries; without a schema it may be anything. */
export interface ContentVersion {
  readonly mediaType: string;
  readonly schema?: JsonSchema;
}

export interface ResponseVersion {
  readonly status: string;
  readonly headers: readonly ParameterVersion[];
  readonly contents: readonly ContentVersion[];
}
