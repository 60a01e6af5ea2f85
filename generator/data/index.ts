/** YAML and JSON text → plain values whose every part knows its place, checked against `schemas/`. */
export { type LocatedData, type Path, readData } from "./located-data.ts";
export { checkSchema } from "./check-schema.ts";
