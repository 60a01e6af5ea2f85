/** The moment in a report as ISO 8601 in UTC; one without a zone is taken for UTC. */
export function momentOf(written: string | number | undefined): string | undefined {
  if (typeof written === "number") return momentIn(written);
  const pattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/;
  const [whole, zone] = pattern.exec(written ?? "") ?? [];
  return whole === undefined
    ? undefined
    : momentIn(Date.parse(zone === undefined ? `${whole}Z` : whole));
}

const momentIn = (milliseconds: number): string | undefined =>
  Number.isFinite(milliseconds) && Math.abs(milliseconds) < 8e15
    ? new Date(milliseconds).toISOString()
    : undefined;

/** What tools call the commit that tests ran on, in capitals and without signs. */
const commitNames: ReadonlySet<string> = new Set([
  "COMMIT",
  "GITCOMMIT",
  "GITSHA",
  "GITREVISION",
  "REVISION",
  "VCSREVISION",
  "CICOMMITSHA",
  "GITHUBSHA",
]);

/** Whether a property of a report names the commit of the run. */
export const isCommit = (name: string, value: string): boolean =>
  commitNames.has(name.toUpperCase().replace(/[^A-Z]/g, "")) && /^[0-9a-f]{7,64}$/.test(value);
