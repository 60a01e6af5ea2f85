import type { Relation, Routine } from "../catalogue/catalogue.ts";

/** A relation as people write it: `public.catalogo`. */
export const relationName = ({ namespace, name }: Relation): string => `${namespace}.${name}`;

/** `public.buscar(text, integer)` */
export const routineTitle = ({ namespace, name, signature }: Routine): string =>
  `${namespace}.${name}(${signature.join(", ")})`;

const plain = /^[\p{L}\p{N}_$][\p{L}\p{N}_$ -]*$/u;

/**
 * An identifier as a part of an id. One that could be taken for more than a name is quoted as in
 * SQL; `#` separates the anchor in a written name, so it is encoded.
 */
export const idPart = (identifier: string): string =>
  plain.test(identifier) ? identifier : `"${encodeId(identifier.replaceAll('"', '""'))}"`;

/** Encodes what no id may hold. */
export const encodeId = (text: string): string =>
  text.replace(/[%#\p{Cc}]/gu, (character) => encodeURIComponent(character));

export const joinId = (...identifiers: readonly string[]): string =>
  identifiers.map(idPart).join(".");
