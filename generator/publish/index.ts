/** Compares what was made with out/, writes what changed as a whole, removes only what is ours. */
export { checkOutput } from "./check-output.ts";
export { checkVersions } from "./check-versions.ts";
export { checkCommitted, writeCommitted } from "./committed.ts";
export { planPublication, type PublicationPlan } from "./plan-publication.ts";
export { publish, type Publication } from "./publish.ts";
export { recoverPublication } from "./recover.ts";
