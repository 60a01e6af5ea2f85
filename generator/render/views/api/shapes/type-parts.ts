import type { SchemaShape, Variants } from "#model/api/shape.ts";
import type { ItemId } from "#model/item.ts";
import type { LinkText, PageContext, Words } from "../../../view.ts";

/** A type in words, in pieces with a space between them: the names of schemas in it are links. */
export type TypeParts = readonly (string | LinkText)[];

const known = new Set([
  "string",
  "integer",
  "number",
  "boolean",
  "object",
  "array",
  "null",
  "any",
  "nothing",
  "file",
]);

/** `texto (date)`, `lista de Catalogo`, `Gato ou Cão`. */
export function typeParts(shape: SchemaShape, context: PageContext): TypeParts {
  const parts = withoutNull(shape, context);
  return shape.nullable ? [...parts, context.words("api.or-null")] : parts;
}

function withoutNull(shape: SchemaShape, context: PageContext): TypeParts {
  const { words } = context;
  if (shape.ref !== undefined) return [context.link(shape.ref as ItemId)];
  if (shape.unresolved !== undefined) return [words("api.unresolved", { ref: shape.unresolved })];
  if (shape.items) return [words("api.list-of"), ...typeParts(shape.items, context)];
  const combined = (shape.variants ?? []).find(({ keyword }) => keyword !== "not");
  if (combined && shape.properties === undefined) return combinedParts(combined, context);
  if (shape.additional && shape.properties === undefined) {
    return [words("api.map-of"), ...typeParts(shape.additional, context)];
  }
  const format = shape.format === undefined ? "" : ` (${shape.format})`;
  return [`${typeWord(shape.type, words)}${format}`];
}

const typeWord = (type: string, words: Words): string =>
  type
    .split(" | ")
    .map((each) => (known.has(each) ? words(`api.type-${each}`) : each))
    .join(` ${words("api.or")} `);

const most = 6;

/** A long list of alternatives is shown on the schema's own page. */
function combinedParts({ keyword, shapes }: Variants, context: PageContext): TypeParts {
  const { words } = context;
  const isChoice = keyword === "oneOf" || keyword === "anyOf";
  const joint = words(isChoice ? "api.or" : "api.and");
  const telling = isChoice ? shapes : shapes.filter(saysWhatItIs);
  const told = telling.length > 0 ? telling : shapes;
  const types = distinct(told.map((shape) => typeParts(shape, context)));
  const parts = types
    .slice(0, most)
    .flatMap((type, index) => [...(index === 0 ? [] : [joint]), ...type]);
  const left = types.length - most;
  return left > 0 ? [...parts, words("api.more-types", { n: left })] : parts;
}

/** A text of any kind or one of these texts: both are texts. */
const distinct = (types: readonly TypeParts[]): readonly TypeParts[] => [
  ...new Map(types.map((type) => [JSON.stringify(type), type])).values(),
];

/** What only describes, or only demands, adds nothing to a type. */
const saysWhatItIs = ({ type, ref, unresolved, items, additional, variants }: SchemaShape) =>
  type !== "any" || [ref, unresolved, items, additional, variants].some((part) => part);
