import type { Property, SchemaShape } from "#model/api/shape.ts";
import type { Words } from "../../../view.ts";
import { extensionNotes } from "../extension-parts.ts";

type Marks = Pick<Property, "readOnly" | "writeOnly" | "deprecated">;

const unmarked: Marks = { readOnly: false, writeOnly: false, deprecated: false };

/** What a schema says beyond its type, each in words. */
export function notesOf(
  shape: SchemaShape,
  marks: Partial<Marks>,
  words: Words,
): readonly string[] {
  // Asked for every line of every table, and most have nothing to say.
  if (saysNothing(shape, marks)) return none;
  const { readOnly, writeOnly, deprecated } = { ...unmarked, ...marks };
  const closed = shape.additional === false && shape.properties !== undefined;
  return [
    ...(deprecated ? [words("api.deprecated")] : []),
    ...(readOnly ? [words("api.read-only")] : []),
    ...(writeOnly ? [words("api.write-only")] : []),
    ...constraintNotes(shape, words),
    ...constraintNotes(shape.items, words).map((note) => words("api.each-item", { note })),
    ...(shape.default === undefined ? [] : [words("api.default", { value: shape.default })]),
    ...(closed ? [words("api.no-other-properties")] : []),
    ...extensionNotes(shape.extensions),
  ];
}

const none: readonly string[] = [];

const saysNothing = (
  { constraints, enum: values, items, default: fallback, additional, extensions }: SchemaShape,
  { readOnly, writeOnly, deprecated }: Partial<Marks>,
): boolean =>
  constraints.length === 0 &&
  [values, items, fallback, extensions].every((each) => each === undefined) &&
  additional !== false &&
  ![readOnly, writeOnly, deprecated].includes(true);

function constraintNotes(shape: SchemaShape | undefined, words: Words): readonly string[] {
  if (shape === undefined) return [];
  const limits = shape.constraints.map(({ keyword, value }) =>
    words(`api.limit-${keyword}`, { value }),
  );
  const values = (shape.enum ?? []).join(", ");
  return [...limits, ...(values === "" ? [] : [words("api.one-of", { values })])];
}
