import type { Diagnostic } from "./diagnostic.ts";
import { gatesCatalogue } from "./catalogue/gates/index.ts";

/** Rooms whose findings say that a run cannot do what it was asked for. */
const neverKnown = /^(?:config|publish)\//;

/**
 * Whether a finding may be put aside as known before. Settings and the disk have to be right in each
 * run, and nobody may look away from a signature that does not hold.
 */
export const isFreezable = ({ code, severity }: Diagnostic): boolean =>
  severity !== "info" && !neverKnown.test(code) && !(code in gatesCatalogue);
