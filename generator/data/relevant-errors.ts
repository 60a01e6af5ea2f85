import type { ErrorObject } from "ajv";

/**
 * One error for each defect. Of alternatives (`oneOf`, `anyOf`) those that expect another type were
 * not meant; when all do, together they say which types there are.
 */
export function relevantErrors(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const choices = errors.filter(({ keyword }) => keyword === "oneOf" || keyword === "anyOf");
  const judged = choices.map((choice) => judge(choice, errors));
  const dropped = new Set(judged.flatMap((each) => each.dropped));
  const kept = errors.filter((error) => saysSomething(error) && !dropped.has(error));
  return [...kept, ...judged.flatMap((each) => each.added)];
}

/** `if`, `allOf` and the like only repeat what their branches already said. */
const saysSomething = ({ keyword, params }: ErrorObject): boolean =>
  !["if", "anyOf", "oneOf", "allOf", "propertyNames"].includes(keyword) ||
  (keyword === "oneOf" && Array.isArray((params as { passingSchemas?: unknown }).passingSchemas));

function judge(
  choice: ErrorObject,
  errors: readonly ErrorObject[],
): { readonly dropped: readonly ErrorObject[]; readonly added: readonly ErrorObject[] } {
  const branchOf = ({ schemaPath }: ErrorObject): string | undefined =>
    schemaPath.startsWith(`${choice.schemaPath}/`)
      ? schemaPath.slice(choice.schemaPath.length + 1).split("/")[0]
      : undefined;
  const inside = errors.filter(
    (error) =>
      branchOf(error) !== undefined &&
      `${error.instancePath}/`.startsWith(`${choice.instancePath}/`),
  );
  const wrongType = inside.filter(
    ({ keyword, instancePath }) => keyword === "type" && instancePath === choice.instancePath,
  );
  const unmeant = new Set(wrongType.map(branchOf));
  const [first] = wrongType;
  const isNone = inside.every((error) => unmeant.has(branchOf(error)));
  if (first === undefined || !isNone) {
    return { dropped: inside.filter((error) => unmeant.has(branchOf(error))), added: [] };
  }
  const type = wrongType.flatMap(({ params }) => (params as { type: string | string[] }).type);
  return { dropped: inside, added: [{ ...first, params: { type } }] };
}
