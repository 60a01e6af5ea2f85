import type { Gate, Quorum } from "#model/evidence.ts";
import type { GateRecord, SignatureReason, SignatureResult } from "#model/programme/sign-off.ts";
import { parseInstant } from "../../criteria/measurements.ts";
import { type AllowedSigner, isFor } from "../../signatures/allowed-signers.ts";
import type { Revocations } from "../../signatures/revocations.ts";
import { type SignatureCheck, verifySignature } from "../../signatures/verify-signature.ts";
import { readSignOff, type SignOff } from "../decision/read-record.ts";

/** What signatures are judged by. */
export interface SignatureRules {
  readonly gate: Gate;
  readonly name: string;
  readonly sequence: number;
  /** Of the statement as it is stored. */
  readonly statement: string;
  readonly signers: readonly AllowedSigner[];
  /** Those who could sign when the statement was made. */
  readonly stated: readonly AllowedSigner[];
  readonly isRevoked: NonNullable<Revocations>["isRevoked"];
  readonly namespace: string;
  /** Addresses, in lower case, of those who changed the scope. */
  readonly authors: readonly string[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

type StoredSignOff = GateRecord["signOffs"][number];

/** A judged signature with what it says, when that may be believed. */
export interface JudgedSignature {
  readonly result: SignatureResult;
  readonly signOff?: SignOff;
}

/**
 * Judges one stored sign-off: first the signature over the bytes as they are stored, then whose key
 * it is, and only then what the bytes say.
 */
export function checkSignature(stored: StoredSignOff, rules: SignatureRules): JudgedSignature {
  const checked = stored.signature
    ? verifySignature(Buffer.from(stored.signature.bytes).toString("latin1"), {
        message: Buffer.from(stored.bytes),
        namespace: rules.namespace,
      })
    : undefined;
  if (checked?.isGood !== true) return refused(stored, faultOf(checked));
  const read = readSignOff(stored);
  const { fingerprint } = checked.key;
  if (!read.isRead) return refused(stored, read.why, { fingerprint });
  const anchoredAt = anchorOf(stored, rules);
  const told = tell(read.value, { fingerprint, anchoredAt });
  const reason =
    checkContent(read.value, rules) ??
    checkKey(read.value, checked, { ...rules, anchoredAt }) ??
    checkPerson(read.value, { ...rules, anchoredAt });
  if (reason !== undefined) return refused(stored, reason, told);
  return {
    signOff: read.value,
    result: { ...bare(stored), ...told, isGenuine: true, reason: countsAs(read.value) },
  };
}

const bare = ({ path }: StoredSignOff) => ({ file: path, conditions: [] as readonly string[] });

const refused = (
  stored: StoredSignOff,
  reason: SignatureReason,
  told: Partial<SignatureResult> = {},
): JudgedSignature => ({ result: { ...bare(stored), ...told, isGenuine: false, reason } });

/** A commit that says it was made later than now proves no time. */
function anchorOf(
  { since, signature }: StoredSignOff,
  { now }: SignatureRules,
): string | undefined {
  if (since === undefined || signature?.since === undefined) return undefined;
  const both = parseInstant(since) > parseInstant(signature.since) ? since : signature.since;
  return parseInstant(both) <= now + tolerance ? both : undefined;
}

/** With the moment when the trusted ref had the sign-off, if it has. */
type AnchoredRules = SignatureRules & { readonly anchoredAt: string | undefined };

const faults = {
  certificate: "certificate",
  malformed: "malformed-signature",
  "other-namespace": "other-namespace",
  wrong: "wrong-signature",
} as const;

const faultOf = (checked: SignatureCheck | undefined): SignatureReason =>
  checked === undefined || checked.isGood ? "unsigned" : faults[checked.why];

const tell = (
  signOff: SignOff,
  { fingerprint, anchoredAt }: { fingerprint: string; anchoredAt: string | undefined },
): Partial<SignatureResult> => ({
  role: signOff.role,
  principal: signOff.principal,
  decision: signOff.decision,
  signedAt: signOff.signedAt,
  conditions: signOff.conditions ?? [],
  fingerprint,
  ...(anchoredAt !== undefined && { anchoredAt }),
  ...(signOff.comment !== undefined && { comment: signOff.comment }),
});

/** A sign-off of another statement, gate or round proves nothing here. */
const checkContent = (signOff: SignOff, rules: SignatureRules): SignatureReason | undefined =>
  signOff.statement !== `sha256:${rules.statement}` ||
  signOff.gate !== rules.name ||
  signOff.sequence !== rules.sequence
    ? "other-statement"
    : undefined;

/**
 * Whether the key may speak for the principal, today and when the statement was made, and was valid
 * at the moment that is claimed and at the one that the history shows; without that, today.
 */
function checkKey(
  { principal, signedAt }: SignOff,
  { key, blob }: SignatureCheck & { isGood: true },
  { signers, stated, namespace, isRevoked, now, anchoredAt }: AnchoredRules,
): SignatureReason | undefined {
  const isAllowed = (signer: AllowedSigner): boolean =>
    signer.fingerprint === key.fingerprint &&
    isFor(signer, principal) &&
    (signer.namespaces ?? [namespace]).includes(namespace);
  const lines = signers.filter(isAllowed);
  if (lines.length === 0) return "unknown-key";
  if (!stated.some(isAllowed)) return "key-later";
  if (isRevoked(blob)) return "revoked";
  const times = [anchoredAt === undefined ? now : parseInstant(anchoredAt), parseInstant(signedAt)];
  const reasons = lines.map((line) => checkWindow(line, times));
  return reasons.includes(undefined) ? undefined : reasons[0];
}

function checkWindow(
  { validAfter = -Infinity, validBefore = Infinity }: AllowedSigner,
  times: readonly number[],
): SignatureReason | undefined {
  if (times.some((time) => time >= validBefore)) return "key-expired";
  return times.every((time) => time >= validAfter) ? undefined : "key-not-yet-valid";
}

/** Whether the person may sign in the role, and whether it is not too long ago. */
function checkPerson(signOff: SignOff, rules: AnchoredRules): SignatureReason | undefined {
  const row = rules.gate.signatures.find(({ role }) => role === signOff.role);
  if (row?.principals.includes(signOff.principal) !== true) return "role-not-allowed";
  if (signOff.decision === "GO" && isAuthor(signOff, row, rules)) return "author";
  return checkAge(parseInstant(signOff.signedAt), rules);
}

/** A person is known by every name that a key of theirs is listed under. */
function isAuthor(
  { principal }: SignOff,
  { notAuthors }: Quorum,
  { signers, authors }: SignatureRules,
): boolean {
  if (!notAuthors) return false;
  const own = signers.filter((signer) => isFor(signer, principal));
  const keys = new Set(own.map(({ fingerprint }) => fingerprint));
  const lines = signers.filter(({ fingerprint }) => keys.has(fingerprint));
  return authors.some(
    (author) =>
      author === principal.toLowerCase() ||
      lines.some(({ principals }) => principals.some((name) => name.toLowerCase() === author)),
  );
}

/** Clocks of different machines differ a little. */
const tolerance = 5 * 60_000;
const day = 86_400_000;

/** By the earlier of the two moments: nobody gains time by claiming a later one. */
function checkAge(
  signed: number,
  { now, anchoredAt, gate: { expiresAfterDays } }: AnchoredRules,
): SignatureReason | undefined {
  if (!(signed <= now + tolerance)) return "from-the-future";
  const made = anchoredAt === undefined ? signed : Math.min(signed, parseInstant(anchoredAt));
  const isOld = expiresAfterDays !== undefined && now - made > expiresAfterDays * day;
  return isOld ? "expired" : undefined;
}

const countsAs = ({ decision }: SignOff): SignatureReason =>
  (({ GO: "counts", "NO-GO": "no-go", ABSTAIN: "abstains" }) as const)[decision];
