import type { ApiQuality } from "./quality.ts";
import type { SchemaShape } from "./shape.ts";
import type { Extension, ExternalDocs } from "../extension.ts";
import type { Prose } from "../pages/prose.ts";

/** Items that come from OpenAPI documents. */
export interface ApiItems {
  /** One OpenAPI document. */
  api: Api;
  /** A tag that operations carry, declared or not. Its name is `<api>/<tag>`. */
  tag: Tag;
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
  readonly summary?: string;
  /** An address. */
  readonly termsOfService?: string;
  readonly contact?: { readonly name?: string; readonly url?: string; readonly email?: string };
  readonly license?: { readonly name: string; readonly url?: string; readonly identifier?: string };
  readonly externalDocs?: ExternalDocs;
  readonly servers: readonly Server[];
  readonly securitySchemes: readonly SecurityScheme[];
  /** Names of tags, in the order of the document. */
  readonly tags: readonly string[];
  /** What the rules about documents found. */
  readonly quality?: ApiQuality;
  /** Those of the document, and those of `info`. */
  readonly extensions?: readonly Extension[];
}

export interface Server {
  readonly url: string;
  readonly name?: string;
  readonly description?: string;
  readonly variables?: readonly ServerVariable[];
}

/** What stands for `{name}` in the address of a server. */
export interface ServerVariable {
  readonly name: string;
  readonly default: string;
  readonly enum?: readonly string[];
  readonly description?: string;
}

export interface Tag {
  readonly api: string;
  readonly name: string;
  readonly declared: boolean;
  /** The name of the tag that it belongs below. */
  readonly parent?: string;
  /** What it is for: `nav`, `badge`, `audience`. */
  readonly kind?: string;
  readonly externalDocs?: ExternalDocs;
  readonly extensions?: readonly Extension[];
}

export interface SecurityScheme {
  readonly name: string;
  /** `http`, `apiKey`, `oauth2`, `openIdConnect`, `mutualTLS`, `basic`. */
  readonly type: string;
  /** What tells schemes of one type apart: `bearer`, `header X-Key`. */
  readonly detail?: string;
  readonly description?: Prose;
  /** Of an `apiKey`: where it is sent, and under which name. */
  readonly key?: { readonly in: string; readonly name: string };
  readonly bearerFormat?: string;
  /** Where the scheme describes itself: `openIdConnectUrl`, `oauth2MetadataUrl`. */
  readonly metadata?: string;
  readonly flows?: readonly OAuthFlow[];
  readonly deprecated: boolean;
}

/** One way to get a token. */
export interface OAuthFlow {
  /** `authorizationCode`, `deviceAuthorization`, … */
  readonly name: string;
  /** By the field that holds them: `tokenUrl`. */
  readonly addresses: readonly { readonly field: string; readonly url: string }[];
  readonly scopes: readonly { readonly name: string; readonly description: string }[];
}

/** Schemes that are needed together. */
export type SecurityRequirement = readonly {
  readonly scheme: string;
  readonly scopes: readonly string[];
}[];

/** What is sent and what comes back. */
export interface Exchange {
  readonly parameters: readonly Parameter[];
  readonly bodies: readonly Body[];
  readonly bodyDescription?: Prose;
  readonly bodyRequired: boolean;
  readonly responses: readonly Response[];
}

export interface Operation extends Exchange {
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
  /** One of these is enough; empty means that anybody may call. */
  readonly security: readonly SecurityRequirement[];
  /** Requests that the API sends back. */
  readonly callbacks: readonly Callback[];
  /** Where it is not with the servers of the document. */
  readonly servers?: readonly Server[];
  readonly externalDocs?: ExternalDocs;
  /** Calls that the document gives itself, in `x-codeSamples`. */
  readonly samples?: readonly GivenSample[];
  readonly extensions?: readonly Extension[];
  /** The database function that PostgREST runs for `/rpc/<function>`. */
  readonly rpc?: string;
  /** The table or view that PostgREST serves as `/<relation>`, if there is one of this name. */
  readonly relation?: string;
}

export interface GivenSample {
  readonly name: string;
  /** Lower case: `go`. */
  readonly language: string;
  readonly code: string;
}

export interface Callback extends Exchange {
  readonly name: string;
  /** Where the request goes: `{$request.body#/url}`. */
  readonly expression: string;
  /** Upper case. */
  readonly method: string;
  readonly summary?: string;
  readonly description?: Prose;
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly description?: Prose;
  readonly shape: SchemaShape;
  readonly serialization?: Serialization;
  readonly examples?: readonly Example[];
  readonly extensions?: readonly Extension[];
}

/** How a value becomes text, as far as the document says so itself. */
export interface Serialization {
  /** The media type that a parameter or a part of a form is written in. */
  readonly mediaType?: string;
  /** `form`, `deepObject`, …; what 2.0 calls `collectionFormat`. */
  readonly style?: string;
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
  readonly allowEmptyValue?: boolean;
}

/** What is sent or returned under one media type. */
export interface Body {
  readonly mediaType: string;
  readonly shape: SchemaShape;
  /** The shape of each item of a stream, which has no end of its own. */
  readonly item?: SchemaShape;
  readonly examples: readonly Example[];
  readonly encodings?: readonly Encoding[];
  readonly extensions?: readonly Extension[];
}

/** How one part of a form or of a multipart body is written. */
export interface Encoding {
  /** The property, `[0]` for the first part, `[]` for every other. */
  readonly part: string;
  readonly serialization: Serialization;
  readonly headers: readonly Parameter[];
}

/** A value that somebody gave as an example. */
export interface Example {
  /** Its key or summary; empty for the only one. */
  readonly name: string;
  /** JSON, or the text as it is sent. */
  readonly text: string;
  readonly description?: Prose;
  /** The text that is sent, where that is not the value. */
  readonly serialized?: string;
  /** Where it lies, when it is not here. */
  readonly address?: string;
}

export interface Response {
  readonly status: string;
  readonly summary?: string;
  readonly description?: Prose;
  readonly headers: readonly Parameter[];
  readonly bodies: readonly Body[];
  readonly links?: readonly ResponseLink[];
  readonly extensions?: readonly Extension[];
}

/** An operation that may follow, and what it takes from the response. */
export interface ResponseLink {
  readonly name: string;
  /** The id of an operation item, when there is one. */
  readonly operation?: string;
  /** The operationId or reference, as it is written. */
  readonly written: string;
  readonly parameters: readonly { readonly name: string; readonly value: string }[];
  /** As JSON or an expression. */
  readonly body?: string;
  readonly description?: Prose;
  readonly server?: Server;
}
