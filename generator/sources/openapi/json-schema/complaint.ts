import type { JsonObject, JsonSchema } from "#model/api/version.ts";
import type { Format } from "ajv";

/** What is wrong with one value by one keyword, as ajv says it. */
export interface Complaint {
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** Where the value stands in the one that was looked at. */
  readonly path: readonly (string | number)[];
  /** Whose keyword it is. */
  readonly parentSchema: JsonSchema;
}

/** What a look is told of the schemas that it will meet. */
export interface LookOptions {
  readonly formats: Readonly<Record<string, Format | undefined>>;
  /** The schema that a `$ref` names; undefined when none does. */
  readonly findSchema: (ref: string) => JsonSchema | undefined;
  readonly makePattern: (source: string) => Pattern;
}

interface Pattern {
  readonly test: (text: string) => boolean;
}

/** One value while it is looked at. */
export interface Look extends LookOptions {
  readonly patterns: Map<string, Pattern>;
  /** Looks at a value, or at the one under `key` in it. */
  readonly check: (schema: JsonSchema, value: unknown, key?: string | number) => void;
  readonly refuse: (complaint: Omit<Complaint, "path">) => void;
  /** All so far, when all are wanted. */
  complaints: Complaint[];
  /** How many there are so far, and were when the schema was begun that has to accept the value. */
  count: number;
  base: number;
  /** Whether every complaint is wanted, or only whether there is one. */
  tellsAll: boolean;
  /** Something was met that this look does not understand: its answer counts for nothing. */
  unsure: boolean;
}

/** A keyword with what stands behind it. */
export interface Bound {
  readonly keyword: string;
  readonly said: unknown;
  /** Of schemas by name. */
  readonly entries: readonly (readonly [name: string, schema: JsonSchema])[];
  readonly schema: JsonObject;
}

export type KeywordRule = (bound: Bound, value: unknown, look: Look) => void;

/** Says something against a value; `params` are those of ajv. */
export const refuse = (
  { keyword, schema }: Bound,
  look: Look,
  params: Complaint["params"] = {},
): void => {
  look.refuse({ keyword, params, parentSchema: schema });
};

/** The expression for a pattern, made once. */
export function patternOf(source: string, { patterns, makePattern }: Look): Pattern {
  const pattern = patterns.get(source) ?? makePattern(source);
  patterns.set(source, pattern);
  return pattern;
}
