/** Items that come from OpenAPI documents. */
export interface ApiItems {
  /** One OpenAPI document. */
  api: {
    readonly version: string;
    readonly dialect: string;
    readonly servers: readonly { readonly url: string; readonly description?: string }[];
  };
  tag: { readonly api: string };
  operation: Operation;
  /** A named schema of `components.schemas` (or `definitions`). */
  schema: { readonly api: string; readonly shape: SchemaShape };
}

export interface Operation {
  readonly api: string;
  readonly operationId?: string;
  readonly method: string;
  readonly path: string;
  readonly tags: readonly string[];
  readonly deprecated: boolean;
  readonly parameters: readonly Parameter[];
  readonly bodies: readonly Body[];
  readonly bodyRequired: boolean;
  readonly responses: readonly Response[];
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly description?: string;
  readonly shape: SchemaShape;
}

/** What is sent or returned under one media type. */
export interface Body {
  readonly mediaType: string;
  readonly shape: SchemaShape;
}

export interface Response {
  readonly status: string;
  readonly description?: string;
  readonly bodies: readonly Body[];
}

/** A schema as pages show it; `ref` names a schema item and ends the recursion. */
export interface SchemaShape {
  readonly ref?: string;
  /** In words: `string`, `integer (int64)`, `array`. */
  readonly type: string;
  readonly nullable: boolean;
  readonly description?: string;
  /** In words: `minLength 3`, `pattern ^a`. */
  readonly constraints: readonly string[];
  readonly enum?: readonly string[];
  readonly properties?: readonly Property[];
  readonly items?: SchemaShape;
  readonly variants?: { readonly keyword: string; readonly shapes: readonly SchemaShape[] };
}

export interface Property {
  readonly name: string;
  readonly required: boolean;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
  readonly deprecated: boolean;
  readonly shape: SchemaShape;
}
