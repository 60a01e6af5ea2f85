import { join } from "node:path";

/** The root of this repository. */
export const repository = join(import.meta.dirname, "../..");
