import { sha256 } from "#data/canonical.ts";
import type { Quorum } from "#model/evidence.ts";
import type { GateFiles, GateRecord } from "#model/programme/sign-off.ts";
import { type AllowedSigner, isFor, readAllowedSigners } from "../../signatures/allowed-signers.ts";
import { readStatement } from "../decision/read-record.ts";

/** Who could sign a statement, as it says itself: the signers and the policy that it was made under. */
export interface TrustRoot {
  readonly sequence: number;
  readonly list: string;
  readonly signers: readonly AllowedSigner[];
  readonly policy: string;
  /** Absent: the trusted ref never had that policy. */
  readonly quorum?: readonly Quorum[];
}

/** Undefined when the trusted ref never had that list of signers. */
export function rootOf(record: GateRecord, files: GateFiles): TrustRoot | undefined {
  const read = readStatement(record.statement);
  if (!read.isRead) return undefined;
  const { policy, trustRoot } = read.value.predicate;
  const list = listOf(trustRoot.allowedSigners ?? "", files);
  if (list === undefined) return undefined;
  const quorum = files.history.quorums.get(policy.sha256);
  return {
    ...{ sequence: record.sequence, list, signers: readAllowedSigners(list).signers },
    policy: policy.sha256,
    ...(quorum && { quorum }),
  };
}

function listOf(digest: string, { history, trust }: GateFiles): string | undefined {
  const isCurrent = trust.isKnown && sha256(Buffer.from(trust.allowedSigners)) === digest;
  return isCurrent ? trust.allowedSigners : history.signers.get(digest);
}

/**
 * Whether a root lets anything happen that an earlier one did not: another policy, or a key that one
 * of its signers did not have, or had for less. To be struck off needs nobody's consent.
 */
export function grantsMore(root: TrustRoot, { signers, policy, quorum = [] }: TrustRoot): boolean {
  if (root.policy !== policy) return true;
  const principals = new Set(quorum.flatMap((row) => row.principals));
  return [...principals].some((principal) => {
    const old = new Set(grantsOf(signers, principal));
    return grantsOf(root.signers, principal).some((grant) => !old.has(grant));
  });
}

const grantsOf = (signers: readonly AllowedSigner[], principal: string): readonly string[] =>
  signers
    .filter((signer) => isFor(signer, principal))
    .map(({ fingerprint, namespaces, validAfter, validBefore }) =>
      JSON.stringify([fingerprint, namespaces, validAfter, validBefore]),
    );
