import { suggest } from "#diagnostics/index.ts";
import type { ErrorObject } from "ajv";

/** The keys that may stand where one is not known. */
export const knownKeys = ({ parentSchema }: ErrorObject): readonly string[] =>
  Object.keys((parentSchema?.properties as object | undefined) ?? {});

/**
 * What is missing in one place is one thing to mend, so the first complaint names all. A key that
 * is there under a misspelt name is reported as that alone.
 */
export function missingOnce(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const misspelt = new Set(errors.flatMap(meantKeys));
  const kept = errors.filter((error) => {
    const { missingProperty } = paramsOf(error);
    return missingProperty === undefined || !misspelt.has(placeOf(error, missingProperty));
  });
  const together = Map.groupBy(kept, (error) => {
    const { missingProperty, property = "" } = paramsOf(error);
    return missingProperty === undefined ? error : placeOf(error, property);
  });
  return [...together.values()].flatMap(([first, ...others]) => {
    if (first === undefined || others.length === 0) return first ?? [];
    const missing = [first, ...others].map((error) => paramsOf(error).missingProperty);
    return { ...first, params: { ...first.params, missing } };
  });
}

const paramsOf = ({ params }: ErrorObject) => params as Partial<Record<string, string>>;

const placeOf = ({ instancePath }: ErrorObject, key: string): string => `${instancePath} ${key}`;

/** The key that an unknown one was most likely meant to be. */
function meantKeys(error: ErrorObject): readonly string[] {
  const { additionalProperty, unevaluatedProperty } = paramsOf(error);
  const written = additionalProperty ?? unevaluatedProperty;
  if (written === undefined) return [];
  return suggest(written, knownKeys(error)).map((key) => placeOf(error, key));
}
