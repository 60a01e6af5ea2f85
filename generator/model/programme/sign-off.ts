import type { Quorum } from "../evidence.ts";

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
  /** When the trusted ref had it first, by the clock of the repository; absent: it never had. */
  readonly since?: string;
}

/** A file as the trusted ref once had it. */
export interface PastFile extends StoredFile {
  readonly since: string;
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

/** What the trusted ref has ever had about one gate. */
export interface TrustHistory {
  /** Lists of signers by their digest. */
  readonly signers: ReadonlyMap<string, string>;
  /** Who had to sign, by the digest of the policy that said so. */
  readonly quorums: ReadonlyMap<string, readonly Quorum[]>;
  /** Lists of revoked keys: what was revoked once stays so. */
  readonly revoked: readonly Uint8Array[];
  /** Files of decisions that are not here, or not as they were there. */
  readonly lost: readonly PastFile[];
}

/** What lies on disk and in the history about one gate, read but not believed. */
export interface GateFiles {
  /** The policy that judges: of the trusted ref where that has one. */
  readonly policy: FileDigest;
  /** The working tree has another policy, which does not count. */
  readonly policyDiffers: boolean;
  readonly trust: Trust;
  readonly history: TrustHistory;
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
  "decision-lost",
  "unknown-root",
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
  "certificate",
  "unknown-key",
  "key-later",
  "revoked",
  "key-expired",
  "key-not-yet-valid",
  "role-not-allowed",
  "author",
  "from-the-future",
  "expired",
  "counted-already",
  "hands-over",
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
  /** Claimed by the signer. */
  readonly signedAt?: string;
  /** When the trusted ref had it first: it was made before. */
  readonly anchoredAt?: string;
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

/** Signers or policy changed since a decision: those who had to sign it have to sign this one too. */
export interface HandOver {
  /** The decision whose signers are asked. */
  readonly sequence: number;
  readonly quorum: readonly QuorumResult[];
  /** Whom they are. */
  readonly rows: readonly Quorum[];
  readonly allowedSigners: string;
  readonly isComplete: boolean;
}

/** What a statement is about, in numbers. */
export interface StatedScope {
  readonly files: number;
  readonly items: number;
  readonly links: number;
  /** Files that changed since the decision before; absent for the first one. */
  readonly since?: {
    readonly sequence: number;
    readonly added: number;
    readonly changed: number;
    readonly removed: number;
  };
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
  readonly handOver?: HandOver;
  readonly scope?: StatedScope;
  /** What changed in the scope since it was signed. */
  readonly changes: {
    readonly added: readonly string[];
    readonly changed: readonly string[];
    readonly removed: readonly string[];
  };
}
