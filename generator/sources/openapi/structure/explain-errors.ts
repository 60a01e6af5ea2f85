import { expectationOf } from "#data/index.ts";
import { diagnose, type Diagnostic, suggest } from "#diagnostics/index.ts";
import type { Location } from "#model/location.ts";
import type { ErrorObject } from "ajv";
import type { Dialect } from "../dialect.ts";
import { child, keyLocationOf, locationOf, type Node, textOf } from "../node.ts";
import { fieldsAt, sinceOf } from "./field-names.ts";
import { relevantErrors } from "./relevant-errors.ts";
import { wrongValue } from "./wrong-value.ts";

/** The complaints of the specification's schema, each at the line that a person has to mend. */
export function explainErrors(
  errors: readonly ErrorObject[],
  root: Node,
  { family }: Dialect,
): readonly Diagnostic[] {
  const relevant = relevantErrors(errors).filter((error) => !isElsewhere(error, root));
  const misspelt = new Set(relevant.flatMap(meantFields));
  return relevant
    .filter(({ instancePath, params }) => {
      const { missingProperty } = params as { readonly missingProperty?: string };
      return !misspelt.has(`${instancePath} ${missingProperty ?? ""}`);
    })
    .map((error) => {
      const explained = explain(error, root, family);
      return isFollowed(error, root) ? { ...explained, severity: "warning" } : explained;
    });
}

/** A field that is there under a misspelt name is not missing too. */
function meantFields({ instancePath, params }: ErrorObject): readonly string[] {
  const unknown = unknownField(params);
  const meant = unknown === undefined ? [] : suggest(unknown, fieldsAt(instancePath));
  return meant.map((field) => `${instancePath} ${field}`);
}

const unknownField = (params: ErrorObject["params"]): string | undefined => {
  const { additionalProperty, unevaluatedProperty } = params as Partial<Record<string, string>>;
  return additionalProperty ?? unevaluatedProperty;
};

/** A field may be missing because it stands where a reference leads, be that legal or not. */
const isElsewhere = ({ keyword, instancePath }: ErrorObject, root: Node): boolean =>
  keyword === "required" && textOf(nodeAt(root, instancePath), "$ref") !== undefined;

/** A `$ref` for an operation or a description: no version has it, and its pages are whole all the same. */
function isFollowed({ instancePath, params }: ErrorObject, root: Node): boolean {
  if (unknownField(params) === "$ref") return /^\/paths\/[^/]+\/[a-z]+$/.test(instancePath);
  const node = nodeAt(root, instancePath);
  return node.key === "description" && textOf(node, "$ref") !== undefined;
}

function explain(error: ErrorObject, root: Node, family: Dialect["family"]): Diagnostic {
  const node = nodeAt(root, error.instancePath);
  const params = error.params as Readonly<Record<string, string | undefined>>;
  const unknown = unknownField(error.params);
  if (unknown !== undefined) {
    const location = keyLocationOf(child(node, unknown) ?? node);
    return explainUnknown(unknown, { pointer: error.instancePath, family, location });
  }
  if (params.missingProperty !== undefined) {
    const fields = params.missingProperty.split(" | ");
    return diagnose("sources/openapi-missing-field", { fields }, { location: keyLocationOf(node) });
  }
  const key = error.propertyName === undefined ? undefined : child(node, error.propertyName);
  const wrong = key ?? node;
  const location = key === undefined ? locationOf(node) : keyLocationOf(key);
  return wrongValue(wrong, expectationOf(error), {
    location,
    found: key === undefined ? node.value : key.key,
  });
}

/** A field that the specification does not have here, and what it was perhaps meant to be. */
function explainUnknown(
  field: string,
  { pointer, family, location }: { pointer: string; family: Dialect["family"]; location: Location },
): Diagnostic {
  const extras = { location, target: field };
  if (pointer === "/paths") {
    const suggestions = [`/${field}`];
    return diagnose(
      "sources/openapi-path-without-slash",
      { path: field },
      { ...extras, suggestions },
    );
  }
  const since = sinceOf(pointer, field, family);
  const suggestions = since === "" ? suggest(field, fieldsAt(pointer)) : [];
  return diagnose(
    "sources/openapi-unknown-field",
    { field, since },
    { ...extras, ...(suggestions.length > 0 && { suggestions }) },
  );
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
