import type { ErrorObject } from "ajv";

/**
 * What a person has to mend, out of everything a schema with alternatives complains of. An
 * alternative that is plainly not meant (another `in`, another `type`, a `$ref`) complains of
 * everything else too, and what encloses a mistake complains of having it inside.
 */
export function relevantErrors(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const telling = errors.filter(isTelling);
  const meant = withoutUnmeant(telling);
  return distinct(meant.filter((error) => !isConsequence(error, meant)));
}

const wrappers = ["oneOf", "anyOf", "if", "propertyNames"];

/** A wrapper only repeats what its parts said, unless too many of them fit. */
function isTelling({ keyword, params }: ErrorObject): boolean {
  const { missingProperty, passingSchemas } = params as Readonly<Record<string, unknown>>;
  if (keyword === "required") return missingProperty !== "$ref";
  return !wrappers.includes(keyword) || Array.isArray(passingSchemas);
}

/** One alternative of a `oneOf` or `anyOf`, at one place of the document. */
interface Alternative {
  readonly choice: string;
  readonly branch: string;
}

function alternativeOf({ schemaPath, instancePath }: ErrorObject): Alternative | undefined {
  const found = /^(.*\/(?:oneOf|anyOf))\/(\d+)\//.exec(schemaPath);
  const place = instancePath.replace(/\/(in|type)$/, "");
  if (found === null) return undefined;
  return { choice: `${place} ${found[1] ?? ""}`, branch: found[2] ?? "" };
}

const isDiscriminating = ({ keyword, instancePath }: ErrorObject): boolean =>
  (keyword === "enum" || keyword === "const") && /\/(in|type)$/.test(instancePath);

/** Where no alternative is meant, the field that should choose one is what is wrong. */
function withoutUnmeant(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const choices = Map.groupBy(errors, (error) => alternativeOf(error)?.choice);
  return [...choices].flatMap(([choice, members]) => {
    if (choice === undefined) return members;
    const unmeant = new Set(members.filter(isDiscriminating).map(branchOf));
    const meant = members.filter((error) => !unmeant.has(branchOf(error)));
    if (meant.length === 0) return [joined(members.filter(isDiscriminating), "allowedValues")];
    const branches = new Set(meant.map(branchOf));
    const onlyMissing = meant.every(({ keyword }) => keyword === "required");
    return branches.size > 1 && onlyMissing ? [joined(meant, "missingProperty")] : meant;
  });
}

const branchOf = (error: ErrorObject): string => alternativeOf(error)?.branch ?? "";

/** Several alternatives that want the same kind of thing, told as one. */
function joined(errors: readonly ErrorObject[], param: string): ErrorObject {
  const [first] = errors as readonly [ErrorObject, ...ErrorObject[]];
  const values = errors.flatMap(
    ({ params }) => (params as Readonly<Record<string, string | readonly string[]>>)[param] ?? [],
  );
  const distinctValues = [...new Set(values)];
  const value = param === "missingProperty" ? distinctValues.join(" | ") : distinctValues;
  return { ...first, params: { [param]: value } };
}

/** Fields count as unknown as soon as anything beside or below them is wrong. */
const isConsequence = (error: ErrorObject, all: readonly ErrorObject[]): boolean =>
  error.keyword === "unevaluatedProperties" &&
  all.some(
    (other) =>
      other.keyword !== "unevaluatedProperties" &&
      `${other.instancePath}/`.startsWith(`${error.instancePath}/`),
  );

const distinct = (errors: readonly ErrorObject[]): readonly ErrorObject[] => [
  ...new Map(
    errors.map((error) => [
      JSON.stringify([error.instancePath, error.keyword, error.params, error.propertyName]),
      error,
    ]),
  ).values(),
];
