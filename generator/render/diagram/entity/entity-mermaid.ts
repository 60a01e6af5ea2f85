import { trimmedLine } from "#markdown/index.ts";
import type { Entity, EntityDiagram, EntityKey, Relationship } from "./entity.ts";

/**
 * The diagram as Mermaid draws it on a forge. Names from elsewhere stand only in quotes, and only
 * with signs that mean nothing there; boxes are named by their position.
 */
export function entityMermaid({ entities, relationships }: EntityDiagram): string {
  const names = new Map(entities.map(({ id }, index) => [id, `t${index}`]));
  const nameOf = (id: string): string => names.get(id) ?? "t";
  return [
    "erDiagram",
    ...entities.flatMap((entity) => boxLines(entity, nameOf(entity.id))),
    ...relationships.map((each) => `  ${arrowOf(each, nameOf)}`),
  ].join("\n");
}

function boxLines({ name, keys }: Entity, id: string): readonly string[] {
  const open = `  ${id}["${quotable(name)}"]`;
  return keys.length === 0 ? [open] : [`${open} {`, ...keys.map(keyLine), "  }"];
}

function keyLine({ name, type, primary, foreign }: EntityKey): string {
  const marks = [primary ? "PK" : "", foreign ? "FK" : ""].filter((mark) => mark !== "").join(", ");
  const word = bare(name);
  const note = word === name ? "" : ` "${quotable(name)}"`;
  return `    ${bare(type)} ${word} ${marks}${note}`;
}

function arrowOf(
  { from, to, name, isUnique, isOptional }: Relationship,
  nameOf: (id: string) => string,
): string {
  const [many, one] = [isUnique ? "|o" : "}o", isOptional ? "o|" : "||"];
  return `${nameOf(from)} ${many}--${one} ${nameOf(to)} : "${quotable(name)}"`;
}

/** One word of the letters that every version of Mermaid takes, and none that it knows. */
function bare(text: string): string {
  const word = text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/\W+/g, "_")
    .replace(/^(?![a-z])/i, "_")
    .replace(/(?<=.)_$/, "");
  return /^(?:pk|fk|uk)$/i.test(word) ? `${word}_` : word;
}

/** Letters, numbers and the few signs of names: nothing ends the quotes or speaks to Mermaid. */
const quotable = (text: string): string =>
  trimmedLine(text).replace(/[^\p{L}\p{M}\p{N} .,_()/+-]/gu, "·") || "·";
