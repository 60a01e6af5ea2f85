import type { ApiVersion, JsonObject, JsonSchema } from "#model/api/version.ts";
import { mergeKeywords } from "./merge-keywords.ts";

/** A schema without the parts that only arrange it: what all of its `allOf` say, and no null. */
export interface Flat {
  readonly keywords: JsonObject;
  readonly nullable: boolean;
}

const nothing: JsonObject = { not: {} };

export const asObject = (schema: JsonSchema): JsonObject =>
  schema === true ? {} : schema === false ? nothing : schema;

const schemasOf = (value: unknown): readonly JsonSchema[] =>
  Array.isArray(value) ? (value as readonly JsonSchema[]) : [];

const isNull = (schema: JsonSchema): boolean =>
  typeof schema === "object" && schema["type"] === "null" && Object.keys(schema).length === 1;

/** The one alternative that is left when null is taken away, if nothing else is said. */
export function withoutNull(schema: JsonSchema): {
  readonly schema: JsonObject;
  readonly nullable: boolean;
} {
  const object = asObject(schema);
  for (const keyword of ["anyOf", "oneOf"]) {
    const members = schemasOf(object[keyword]);
    const kept = members.filter((each) => !isNull(each));
    if (members.length === 0 || (kept.length === members.length && kept.length > 1)) continue;
    const rest = without(object, keyword);
    const [only] = kept;
    const nullable = kept.length < members.length;
    if (kept.length > 1 || only === undefined) {
      return { schema: { ...rest, [keyword]: kept }, nullable };
    }
    const isAlone = Object.keys(rest).length === 0;
    if (isAlone) {
      const inner = withoutNull(only);
      return { schema: inner.schema, nullable: nullable || inner.nullable };
    }
    return { schema: { ...rest, allOf: [...schemasOf(rest["allOf"]), only] }, nullable };
  }
  return { schema: object, nullable: false };
}

const without = (object: JsonObject, keyword: string): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([key]) => key !== keyword));

/** The key that a schema refers to and says nothing beside. */
export function pureReference(schema: JsonObject): string | undefined {
  const ref = schema["$ref"];
  return typeof ref === "string" && Object.keys(schema).length === 1 ? ref : undefined;
}

/** The references that a schema is made of, itself or in its `allOf`. */
export const partsOf = (schema: JsonObject): readonly string[] =>
  [schema, ...schemasOf(schema["allOf"]).map(asObject)].flatMap(({ $ref: ref }) =>
    typeof ref === "string" ? [ref] : [],
  );

/**
 * Everything that a schema says, in one object. `told` are references whose targets are compared
 * elsewhere; what is included twice, or leads back to itself, adds nothing.
 */
export function flatten(
  schema: JsonObject,
  version: ApiVersion,
  told: ReadonlySet<string> = new Set(),
): Flat {
  return flattenOnce(schema, version, new Set(told));
}

function flattenOnce(schema: JsonObject, version: ApiVersion, included: Set<string>): Flat {
  const lifted = withoutNull(schema);
  const { $ref: ref, allOf, ...own } = lifted.schema;
  const isNew = typeof ref === "string" && !included.has(ref);
  const target = isNew ? version.schemas.get(ref) : undefined;
  if (isNew) included.add(ref);
  const members = [...(target ? [target.schema] : []), ...schemasOf(allOf)];
  const flats = members.map((each) => flattenOnce(asObject(each), version, included));
  const bare = withoutNullType(own);
  return {
    keywords: [bare.keywords, ...flats.map(({ keywords }) => keywords)].reduce(mergeKeywords),
    nullable: lifted.nullable || bare.nullable || flats.some(({ nullable }) => nullable),
  };
}

function withoutNullType(schema: JsonObject): Flat {
  const { type, enum: values, ...rest } = schema;
  const types = typeWithoutNull([type ?? []].flat());
  const listed = Array.isArray(values) ? (values as readonly unknown[]) : [];
  const left = listed.filter((each) => each !== null);
  return {
    keywords: { ...rest, ...types.keywords, ...(listed.length > 0 && { enum: left }) },
    nullable: types.nullable || left.length < listed.length,
  };
}

/** What is nothing but null stays so. */
function typeWithoutNull(types: readonly unknown[]): Flat {
  const kept = types.filter((each) => each !== "null");
  const [only = types[0]] = kept;
  if (types.length === 0) return { keywords: {}, nullable: false };
  return {
    keywords: { type: kept.length > 1 ? kept : only },
    nullable: kept.length > 0 && kept.length < types.length,
  };
}
