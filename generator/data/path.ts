/** Keys and indexes from the root of a document to one of its parts. */
export type Path = readonly (string | number)[];
