/** A file and the SHA-256 of its content, with line feeds as line ends. */
export interface FileDigest {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly sha256: string;
  readonly size: number;
}

/** A file as it is stored, whatever it claims to be. Line ends that a checkout made are undone. */
export interface StoredFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** One decision as it is stored: what was signed, and by whom. */
export interface GateRecord {
  readonly sequence: number;
  readonly statement: StoredFile;
  readonly signOffs: readonly (StoredFile & { readonly signature?: StoredFile })[];
}

/** Why the policy and the signers cannot be read from where they are trusted. */
export type TrustProblem =
  "no-git" | "no-trusted-ref" | "shallow" | "no-policy" | "no-signers" | "unreadable-policy";

/** Whom to trust, read from a ref that the change under test cannot reach. */
export type Trust =
  | { readonly isKnown: false; readonly why: TrustProblem; readonly ref?: string }
  | {
      readonly isKnown: true;
      readonly ref: string;
      readonly commit: string;
      readonly allowedSigners: string;
      /** Absent: nothing was ever revoked. */
      readonly revoked?: Uint8Array;
    };

/** What lies on disk and in the history about one gate, read but not believed. */
export interface GateFiles {
  /** The policy that judges: of the trusted ref where that has one. */
  readonly policy: FileDigest;
  /** The working tree has another policy, which does not count. */
  readonly policyDiffers: boolean;
  readonly trust: Trust;
  /** Everything that a signature is about, by path. */
  readonly inputs: readonly FileDigest[];
  /** By sequence. */
  readonly records: readonly GateRecord[];
  /** Addresses of those who changed the inputs since the last decision, in lower case. */
  readonly authors: readonly string[];
  readonly commit?: string;
  readonly isClean: boolean;
  /** Further information, not compared: the tool that makes statements. */
  readonly tool: { readonly name: string; readonly version: string };
  /** What signatures are for, so that one made for something else is none: `gate-signoff.v1@…`. */
  readonly namespace: string;
}

/** What a stored decision turned out to be worth. */
export const signOffStates = ["unsigned", "unjudged", "valid", "stale", "tampered"] as const;
export type SignOffState = (typeof signOffStates)[number];

/** What is wrong with a record, where something is. */
export const recordFaults = [
  "unreadable",
  "not-canonical",
  "other-gate",
  "inconsistent",
  "results-differ",
  "other-tool",
  "scope-changed",
  "broken-chain",
] as const;
export type RecordFault = (typeof recordFaults)[number];

/** Why a signature counts, or does not. */
export const signatureReasons = [
  "counts",
  "unsigned",
  "malformed-signature",
  "other-namespace",
  "wrong-signature",
  "unreadable",
  "not-canonical",
  "other-statement",
  "unknown-key",
  "revoked",
  "key-expired",
  "key-not-yet-valid",
  "role-not-allowed",
  "author",
  "from-the-future",
  "expired",
  "counted-already",
  "no-go",
  "abstains",
  "stale",
] as const;
export type SignatureReason = (typeof signatureReasons)[number];

export type Decision = "GO" | "NO-GO" | "ABSTAIN";

/** One stored signature, judged. What it says of itself is only believed when `isGenuine`. */
export interface SignatureResult {
  readonly file: string;
  readonly reason: SignatureReason;
  /** By a key that is allowed to speak for its principal, over exactly this statement. */
  readonly isGenuine: boolean;
  readonly role?: string;
  readonly principal?: string;
  readonly decision?: Decision;
  readonly fingerprint?: string;
  /** Claimed by the signer; no third party anchored it. */
  readonly signedAt?: string;
  readonly conditions: readonly string[];
  readonly comment?: string;
}

/** How far a role has got with its signatures. */
export interface QuorumResult {
  readonly role: string;
  readonly needed: number;
  readonly counted: number;
  readonly required: boolean;
  readonly veto: boolean;
  readonly notAuthors: boolean;
}

/** The last decision about a gate, and what became of it. */
export interface SignOffResult {
  readonly state: SignOffState;
  readonly fault?: RecordFault;
  readonly sequence?: number;
  /** Of the statement, as it is stored. */
  readonly digest?: string;
  readonly signatures: readonly SignatureResult[];
  readonly quorum: readonly QuorumResult[];
  /** What changed in the scope since it was signed. */
  readonly changes: {
    readonly added: readonly string[];
    readonly changed: readonly string[];
    readonly removed: readonly string[];
  };
}
