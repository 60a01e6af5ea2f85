/** YAML and JSON text → plain values whose every part knows its place, checked against `schemas/`. */
export { decodeText } from "./decode-text.ts";
export { type LocatedData, readData, rememberData, type TextPlace } from "./located-data.ts";
export { type Aliases, withEnglishKeys } from "./yaml/aliases.ts";
export { readJson } from "./located-json.ts";
export type { Path } from "./path.ts";
export { checkSchema } from "./check-schema.ts";
export { ownField } from "./own-field.ts";
export { expectationOf, foundValue } from "./expectation.ts";
