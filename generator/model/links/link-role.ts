/**
 * How far a role carries: coverage counts whoever links with it, suspicion and impact follow strong
 * links, and `suspect` says whose change asks for a new review of the link.
 */
export interface RoleTraits {
  readonly countsAsCoverage?: boolean;
  readonly strength?: "strong" | "weak";
  /** `up`: what the link leads to changed; `down`: where it comes from; absent: neither. */
  readonly suspect?: "up" | "down" | "both" | "none";
}

/** Who says so takes part in meeting what it names. */
const coverage = { countsAsCoverage: true, strength: "strong", suspect: "up" } as const;
/** What is built on something else has to follow it. */
const order = { strength: "strong", suspect: "up" } as const;

/** What a link says. Each role is declared once, with the word for reading it backwards. */
export const linkRoles = {
  "part-of": { inverse: "contains" },
  "created-by": { inverse: "creates" },
  "changed-by": { inverse: "changes" },
  "foreign-key": { inverse: "referenced-by" },
  "partition-of": { inverse: "partitions" },
  reads: { inverse: "read-by", strength: "strong" },
  writes: { inverse: "written-by", strength: "strong" },
  calls: { inverse: "called-by", strength: "strong" },
  refreshes: { inverse: "refreshed-by", strength: "strong" },
  runs: { inverse: "run-by", strength: "strong" },
  "applies-to": { inverse: "has" },
  tagged: { inverse: "tags" },
  accepts: { inverse: "accepted-by", strength: "strong" },
  returns: { inverse: "returned-by", strength: "strong" },
  uses: { inverse: "used-by", strength: "strong" },
  covers: { inverse: "covered-by", ...coverage },
  implements: { inverse: "implemented-by", ...coverage },
  verifies: { inverse: "verified-by", ...coverage },
  "refers-to": { inverse: "referred-to-by" },
  mentions: { inverse: "mentioned-by" },
  "released-in": { inverse: "releases" },
  "owned-by": { inverse: "owns" },
  "supported-by": { inverse: "supports" },
  "attended-by": { inverse: "attends" },
  "depends-on": { inverse: "needed-by", ...order },
  needs: { inverse: "input-of", strength: "strong" },
  delivers: { inverse: "delivered-by", strength: "strong" },
  assesses: { inverse: "assessed-by", countsAsCoverage: true, strength: "strong" },
  measures: { inverse: "measured-by" },
  mitigates: { inverse: "mitigated-by" },
  "raised-in": { inverse: "raises" },
  blocks: { inverse: "blocked-by" },
  follows: { inverse: "precedes" },
} as const satisfies Readonly<Record<string, RoleTraits & { readonly inverse: string }>>;

export type LinkRole = keyof typeof linkRoles;
