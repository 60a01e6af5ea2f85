import type { JsonObject, JsonSchema } from "#model/api-version.ts";
import type { Format } from "ajv";
import type { linearPattern } from "./linear-pattern.ts";

/** What is wrong with one value by one keyword, as ajv says it. */
export interface Complaint {
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** Where the value stands in the one that was looked at. */
  readonly instancePath: string;
  /** Whose keyword it is. */
  readonly parentSchema: JsonSchema;
}

/** One value while it is looked at. */
export interface Look {
  readonly formats: Readonly<Record<string, Format | undefined>>;
  readonly patterns: Map<string, ReturnType<typeof linearPattern>>;
  /** The schema that a `$ref` names; undefined when none does. */
  readonly findSchema: (ref: string) => JsonSchema | undefined;
  /** Looks at a value, or at the one under `key` in it. */
  readonly check: (schema: JsonSchema, value: unknown, key?: string | number) => void;
  readonly refuse: (complaint: Omit<Complaint, "instancePath">) => void;
  /** All so far. */
  complaints: Complaint[];
  /** Something was met that this look does not understand: its answer counts for nothing. */
  unsure: boolean;
}

/** A keyword with what stands behind it, and a value that it is about. */
export interface Asked {
  readonly keyword: string;
  readonly said: unknown;
  readonly value: unknown;
  readonly schema: JsonObject;
  readonly look: Look;
}

export type KeywordRule = (asked: Asked) => void;

/** Says something against a value; `params` are those of ajv. */
export function refuse({ keyword, schema, look }: Asked, params: Complaint["params"] = {}): void {
  look.refuse({ keyword, params, parentSchema: schema });
}
