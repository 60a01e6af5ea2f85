import type { JsonSchema } from "#model/api/version.ts";
import { type Comparing, type Place, report } from "../comparing.ts";
import type { CompareSchema } from "./aspect.ts";

/** A place inside another: `items`, `items[].id`. */
export function below(place: Place, name: string): Place {
  const joint = place.at === "" || place.at.endsWith(" ") || name.startsWith("[") ? "" : ".";
  return { ...place, isParameter: false, at: `${place.at}${joint}${name}` };
}

/** A schema that may be absent; absent means anything. */
export function compareOptional(
  comparing: Comparing,
  step: {
    readonly pair: readonly [JsonSchema, JsonSchema];
    readonly place: Place;
    /** What the rules for coming and going start with. */
    readonly rule: string;
  },
  compare: CompareSchema,
): void {
  const [was, is] = step.pair.map(saysNothing);
  if (was === true && is === true) return;
  if (was === true) return report(comparing, step.place, { rule: `${step.rule}-restricted` });
  if (is === true) return report(comparing, step.place, { rule: `${step.rule}-unrestricted` });
  compare(comparing, step.pair, step.place);
}

const saysNothing = (schema: JsonSchema): boolean =>
  schema === true || (typeof schema === "object" && Object.keys(schema).length === 0);
