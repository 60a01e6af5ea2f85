import type { ErrorObject } from "ajv";

/** Fields that 3.1 has and that the schema shipped with swagger-parser, an early one, lacks. */
const missingThere: readonly { readonly field: string; readonly place: RegExp }[] = [
  { field: "description", place: /\/servers\/\d+\/variables\/[^/]+$/ },
  { field: "server", place: /\/links\/[^/]+$/ },
  { field: "$ref", place: /^\/(paths|webhooks|components\/pathItems)\/[^/]+$/ },
  { field: "$ref", place: /\/callbacks\/[^/]+\/[^/]+$/ },
];

/** Whether a complaint is wrong by the specification's own text. */
export function isKnownFlaw({ keyword, instancePath, params }: ErrorObject): boolean {
  const field = (params as { unevaluatedProperty?: string }).unevaluatedProperty;
  return (
    keyword === "unevaluatedProperties" &&
    missingThere.some((each) => each.field === field && each.place.test(instancePath))
  );
}
