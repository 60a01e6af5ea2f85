import type { Catalogue } from "./catalogue.ts";
import { noAccess } from "./standalone.ts";

/** A database in which nothing was made yet. */
export const emptyCatalogue = (): Catalogue => ({
  namespaces: new Map(),
  extensions: new Map(),
  relations: new Map(),
  unknown: new Map(),
  indexes: new Map(),
  routines: new Map(),
  types: new Map(),
  jobs: new Map(),
  access: noAccess(),
  publications: new Map(),
  eventTriggers: new Map(),
  definitions: new Map(),
  ownSchemas: new Set(["public"]),
});
