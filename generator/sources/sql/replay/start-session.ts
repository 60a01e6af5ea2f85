import type { Diagnostic } from "#diagnostics/index.ts";
import { emptyCatalogue } from "../catalogue/empty-catalogue.ts";
import { loadParser } from "../parser/load-parser.ts";
import type { Session } from "./context.ts";
import { replayNode } from "./replay-node.ts";

/** A session with nothing in its catalogue, as an empty database; it goes on from what was said so far. */
export const startSession = async (said: readonly Diagnostic[]): Promise<Session> => ({
  catalogue: emptyCatalogue(),
  parser: await loadParser(),
  replay: replayNode,
  diagnostics: [...said],
  notes: new Map(),
  searchPath: [],
  hasTemporary: false,
});
