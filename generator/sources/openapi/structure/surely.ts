import { isObject } from "../node.ts";

/**
 * Says whether a value surely is what the specification wants where it stands. `false` says nothing:
 * the specification's own schema is asked then, and finds the words for what is wrong.
 */
export type Surely = (value: unknown) => boolean;

export type Fields = Readonly<Record<string, Surely>>;

/** Whatever it is. */
export const anything: Surely = () => true;
export const text: Surely = (value) => typeof value === "string";
export const flag: Surely = (value) => typeof value === "boolean";
export const number: Surely = (value) => Number.isFinite(value);
export const count: Surely = (value) => Number.isInteger(value) && (value as number) >= 0;
export const positive: Surely = (value) => number(value) && (value as number) > 0;

/** One of these words. */
export function among(...values: readonly string[]): Surely {
  const known: ReadonlySet<unknown> = new Set(values);
  return (value) => known.has(value);
}

/** A list of nothing else. */
export const listOf =
  (element: Surely): Surely =>
  (value) =>
    Array.isArray(value) && value.every((each) => element(each));

/** An object of any names. */
export const mapOf =
  (element: Surely): Surely =>
  (value) =>
    isObject(value) && Object.values(value).every((each) => element(each));

const objectOf =
  (isExtra: (name: string) => boolean) =>
  (fields: Fields, required: readonly string[] = []): Surely => {
    const known = new Map(Object.entries(fields));
    return (value) =>
      isObject(value) &&
      required.every((name) => Object.hasOwn(value, name)) &&
      Object.keys(value).every((name) => known.get(name)?.(value[name]) ?? isExtra(name));
  };

/** An object of these fields, and nothing else. */
export const closed = objectOf(() => false);

/** An object of these fields, and what its author added under `x-`. */
export const open = objectOf((name) => name.startsWith("x-"));

/** A map whose keys tell what stands below them. */
export const keyed =
  (key: RegExp, element: Surely): Surely =>
  (value) =>
    isObject(value) &&
    Object.keys(value).every(
      (name) => name.startsWith("x-") || (key.test(name) && element(value[name])),
    );

/** The thing itself, or a `$ref` to one. */
export const orReference =
  (check: Surely): Surely =>
  (value) =>
    isObject(value) && Object.hasOwn(value, "$ref") ? text(value.$ref) : check(value);

/** What passes two checks. */
export const both =
  (one: Surely, other: Surely): Surely =>
  (value) =>
    one(value) && other(value);

/** A list in which no two elements can be equal, for each calls itself something else. */
export const distinct =
  (nameOf: (element: Readonly<Record<string, unknown>>) => unknown): Surely =>
  (value) =>
    Array.isArray(value) &&
    new Set((value as readonly unknown[]).map((each) => (isObject(each) ? nameOf(each) : each)))
      .size === value.length;

/** An object that has none of these fields. */
export const without =
  (...names: readonly string[]): Surely =>
  (value) =>
    isObject(value) && !names.some((name) => Object.hasOwn(value, name));
