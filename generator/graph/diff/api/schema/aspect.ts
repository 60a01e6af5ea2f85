import type { JsonObject, JsonSchema } from "#model/api/version.ts";
import type { Comparing, Place } from "../comparing.ts";

/** Compares the schema on both sides of one place. */
export type CompareSchema = (
  comparing: Comparing,
  pair: readonly [JsonSchema, JsonSchema],
  place: Place,
) => void;

/** One side of a place: everything that its schema says. */
export interface Sides {
  readonly before: JsonObject;
  readonly after: JsonObject;
  readonly place: Place;
}

/** What one part of a schema's keywords means; `compare` is for the schemas inside. */
export type Aspect = (comparing: Comparing, sides: Sides, compare: CompareSchema) => void;
