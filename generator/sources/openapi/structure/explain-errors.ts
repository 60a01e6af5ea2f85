import { diagnose, type Diagnostic } from "#diagnostics/index.ts";
import type { ErrorObject } from "ajv";
import { child, keyLocationOf, locationOf, type Node } from "../node.ts";

/** What a person has to mend, out of everything a schema with alternatives complains of. */
export function explainErrors(errors: readonly ErrorObject[], root: Node): readonly Diagnostic[] {
  return relevant(errors).map((error) => explain(error, root));
}

/**
 * An alternative that is plainly not meant (another `in`, another `type`, a `$ref`) complains of
 * everything else too, and what encloses a mistake complains of having it inside.
 */
function relevant(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const telling = errors.filter(
    (error) => !["oneOf", "anyOf", "if", "not"].includes(error.keyword) && !wantsReference(error),
  );
  const unmeant = new Set(telling.filter(isDiscriminating).flatMap(alternativeOf));
  const meant = telling.filter((error) => !alternativeOf(error).some((each) => unmeant.has(each)));
  const rest = meant.length > 0 ? meant : firstOfEach(telling);
  const distinct = firstOfEach(rest.filter((error) => !isConsequence(error, rest)));
  return distinct.length > 0 ? distinct : firstOfEach(errors).slice(0, 1);
}

const wantsReference = ({ keyword, params }: ErrorObject): boolean =>
  keyword === "required" && (params as { missingProperty?: string }).missingProperty === "$ref";

const isDiscriminating = ({ keyword, instancePath }: ErrorObject): boolean =>
  (keyword === "enum" || keyword === "const") && /\/(in|type)$/.test(instancePath);

/** `#/definitions/ParameterLocation/oneOf/1`, if the error comes out of an alternative. */
function alternativeOf({ schemaPath, instancePath }: ErrorObject): readonly string[] {
  const found = /^(.*\/(?:oneOf|anyOf)\/\d+)\//.exec(schemaPath);
  const place = instancePath.replace(/\/(in|type)$/, "");
  return found?.[1] === undefined ? [] : [`${place} ${found[1]}`];
}

/** Fields count as unknown as soon as anything beside or below them is wrong. */
const isConsequence = (error: ErrorObject, all: readonly ErrorObject[]): boolean =>
  error.keyword === "unevaluatedProperties" &&
  all.some(
    (other) =>
      other.keyword !== "unevaluatedProperties" &&
      `${other.instancePath}/`.startsWith(`${error.instancePath}/`),
  );

function firstOfEach(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const seen = new Map<string, ErrorObject>();
  for (const error of errors) {
    const key = JSON.stringify([error.instancePath, error.keyword, error.params]);
    if (!seen.has(key)) seen.set(key, error);
  }
  return [...seen.values()];
}

function explain(error: ErrorObject, root: Node): Diagnostic {
  const node = nodeAt(root, error.instancePath);
  const params = error.params as Readonly<Record<string, string | undefined>>;
  const unknown = params.additionalProperty ?? params.unevaluatedProperty;
  if (unknown !== undefined) {
    const location = keyLocationOf(child(node, unknown) ?? node);
    return diagnose(
      "sources/openapi-unknown-field",
      { field: unknown },
      { location, target: unknown },
    );
  }
  const field = params.missingProperty;
  if (field !== undefined) {
    return diagnose("sources/openapi-missing-field", { field }, { location: keyLocationOf(node) });
  }
  const args = { pointer: error.instancePath || "/", rule: ruleOf(error) };
  return diagnose("sources/openapi-wrong-value", args, { location: locationOf(node) });
}

/** The rule as JSON Schema writes it, which is the same in every language: `minItems: 1`. */
function ruleOf({ keyword, params }: ErrorObject): string {
  const limits = Object.entries(params as Readonly<Record<string, unknown>>)
    .filter(([name]) => name !== "comparison")
    .flatMap(([, value]) => value);
  return `${keyword}: ${limits.map((limit) => (typeof limit === "string" ? limit : JSON.stringify(limit))).join(" | ")}`;
}

/** The value at a JSON pointer, or the nearest above it. */
function nodeAt(root: Node, pointer: string): Node {
  let node = root;
  for (const part of pointer.split("/").slice(1)) {
    const next = child(node, part.replaceAll("~1", "/").replaceAll("~0", "~"));
    if (next === undefined) return node;
    node = next;
  }
  return node;
}
