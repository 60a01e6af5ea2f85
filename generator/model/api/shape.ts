import type { Prose } from "../pages/prose.ts";
import type { Extension, ExternalDocs } from "../extension.ts";

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
  /** What the schema calls itself where it has no name of its own. */
  readonly title?: string;
  /** The first example that is given, as JSON. */
  readonly example?: string;
  readonly externalDocs?: ExternalDocs;
  readonly extensions?: readonly Extension[];
  readonly properties?: readonly Property[];
  /** Names of properties that have to be there, although other schemas say what they are. */
  readonly required?: readonly string[];
  /** What properties without a name of their own look like; `false` when there may be none. */
  readonly additional?: SchemaShape | false;
  readonly items?: SchemaShape;
  readonly variants?: readonly Variants[];
  /** Without alternatives beside it: what builds on this schema is told apart by it. */
  readonly discriminator?: Discriminator;
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
  "minContains",
  "maxContains",
  "contentEncoding",
  "contentMediaType",
  "dependentRequired",
  "xml",
] as const;
export type ConstraintKeyword = (typeof constraintKeywords)[number];

/** How schemas are combined into one, or what part of a value each of them is about. */
export const combinations = [
  "allOf",
  "oneOf",
  "anyOf",
  "not",
  "if",
  "then",
  "else",
  "prefixItems",
  "contains",
  "propertyNames",
  "dependentSchemas",
] as const;
export type Combination = (typeof combinations)[number];

/** Schemas that are combined: all of them, one, any, not this one, one for each place of a list. */
export interface Variants {
  readonly keyword: Combination;
  readonly shapes: readonly SchemaShape[];
  /** What each is for, where that has a name: the property of `dependentSchemas`. */
  readonly names?: readonly string[];
  readonly discriminator?: Discriminator;
}

/** The property whose value says which schema it is. */
export interface Discriminator {
  readonly property: string;
  readonly mapping?: readonly { readonly value: string; readonly shape: SchemaShape }[];
  /** Of any other value, and of none. */
  readonly fallback?: SchemaShape;
}

export interface Property {
  readonly name: string;
  readonly required: boolean;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
  readonly deprecated: boolean;
  readonly shape: SchemaShape;
}
