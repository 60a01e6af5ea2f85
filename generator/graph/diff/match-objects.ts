import type { SchemaObject } from "#model/schema/change.ts";

/** An object in both versions, or in one. */
export interface Match {
  readonly before?: SchemaObject;
  readonly after?: SchemaObject;
}

const keyOf = ({ kind, id, name }: SchemaObject): string =>
  // Of overloads the first has the bare id: the signature tells them apart.
  kind === "function" ? `${kind}\0${name}` : id;

const bareName = ({ name }: SchemaObject): string => name.replace(/\(.*$/s, "");

/**
 * Pairs the objects of two versions: by name; then by the statement that made them, for what was
 * renamed; then a function whose one signature became another.
 */
export function matchObjects(
  before: readonly SchemaObject[],
  after: readonly SchemaObject[],
): readonly Match[] {
  const byName = pair(before, after, keyOf);
  const byOrigin = pair(byName.before, byName.after, ({ kind, origin }) => `${kind}\0${origin}`);
  const functions = pair(byOrigin.before, byOrigin.after, (object) =>
    object.kind === "function" ? bareName(object) : undefined,
  );
  return [
    ...byName.pairs,
    ...byOrigin.pairs,
    ...functions.pairs,
    ...functions.before.map((each) => ({ before: each })),
    ...functions.after.map((each) => ({ after: each })),
  ];
}

interface Paired {
  readonly pairs: readonly Match[];
  /** What found no partner. */
  readonly before: readonly SchemaObject[];
  readonly after: readonly SchemaObject[];
}

/** Only a key that stands for one object on each side pairs them. */
function pair(
  before: readonly SchemaObject[],
  after: readonly SchemaObject[],
  keyOfObject: (object: SchemaObject) => string | undefined,
): Paired {
  const [from, to] = [single(before, keyOfObject), single(after, keyOfObject)];
  const pairs: Match[] = [];
  const paired = new Set<SchemaObject>();
  for (const [key, object] of from) {
    const partner = to.get(key);
    if (object === undefined || partner === undefined) continue;
    pairs.push({ before: object, after: partner });
    paired.add(object).add(partner);
  }
  const isLeft = (object: SchemaObject) => !paired.has(object);
  return { pairs, before: before.filter(isLeft), after: after.filter(isLeft) };
}

/** A key that several objects have leads to none. */
function single(
  objects: readonly SchemaObject[],
  keyOfObject: (object: SchemaObject) => string | undefined,
): ReadonlyMap<string, SchemaObject | undefined> {
  const found = new Map<string, SchemaObject | undefined>();
  for (const object of objects) {
    const key = keyOfObject(object);
    if (key !== undefined) found.set(key, found.has(key) ? undefined : object);
  }
  return found;
}
