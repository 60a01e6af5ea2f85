import { sha256 } from "#data/canonical.ts";
import type { Gate } from "#model/evidence.ts";
import { type Item, itemName } from "#model/item.ts";
import type {
  GateFiles,
  GateRecord,
  RecordFault,
  SignatureResult,
  SignOffResult,
  StatedScope,
} from "#model/programme/sign-off.ts";
import { parseInstant } from "../criteria/measurements.ts";
import { readAllowedSigners } from "../signatures/allowed-signers.ts";
import { readRevocations } from "../signatures/revocations.ts";
import {
  checkSignature,
  type JudgedSignature,
  type SignatureRules,
} from "./people/check-signature.ts";
import { noChanges } from "./decision/compare-files.ts";
import { compareStatement, type StatementCheck } from "./decision/compare-statement.ts";
import { type JudgedHandOver, judgeHandOver } from "./people/hand-over.ts";
import { findLost } from "./decision/lost-decisions.ts";
import { countQuorum, type Quorum } from "./people/quorum.ts";
import { readStatement } from "./decision/read-record.ts";
import { recordDigest, type Statement } from "./decision/statement.ts";
import { type SignedGate, statementParts } from "./decision/statement-parts.ts";
import { rootOf } from "./people/trust-root.ts";

/** What people have signed, and what it is worth. */
export interface JudgedSignOff {
  readonly result: SignOffResult;
  readonly quorum: Quorum;
  /** What those who count have answered to manual questions, by the id of the criterion. */
  readonly answers: ReadonlyMap<string, boolean>;
  readonly problem?: "no-trust" | "unreadable-revocations" | "no-date";
}

/** Judges the last decision about a gate; those before it have to be there, unbroken. */
export function judgeSignOff(signed: SignedGate): JudgedSignOff {
  const { gate, files, now } = signed;
  const record = files?.records.at(-1);
  if (files === undefined) return unsigned(gate);
  const lost = files.trust.isKnown ? findLost(files) : undefined;
  if (record === undefined) return lost ? allLost(gate, lost) : unsigned(gate);
  if (!files.trust.isKnown) return unjudged(gate, record, "no-trust");
  const moment = now === undefined ? NaN : lastMoment(now);
  if (Number.isNaN(moment)) return unjudged(gate, record, "no-date");
  const isRevoked = revocationsOf(files);
  if (isRevoked === undefined) return unjudged(gate, record, "unreadable-revocations");
  const judge = judgeUnder(gate, files, { isRevoked, now: moment });
  const { allowedSigners } = files.trust;
  return assess(signed, { files, allowedSigners, record, lost, judge });
}

/** A day without a time lasts until it is over: what was signed on it is not from the future. */
const lastMoment = (now: string): number =>
  parseInstant(now.includes("T") ? now : `${now}T23:59:59Z`);

/** By the signers and the policy of an earlier decision, whose signatures do not grow old. */
const judgeEarlier = (files: GateFiles, judge: ReturnType<typeof judgeUnder>): JudgedHandOver =>
  judgeHandOver(files, (record, rows, { signers }) => {
    const gate = { ...rows, expiresAfterDays: undefined };
    return judge(record, { gate, signers, stated: signers }).map(({ result }) => result);
  });

/** By whom and by what a decision is judged, where it is not the gate's own. */
interface Rules extends Pick<SignatureRules, "signers" | "stated"> {
  readonly gate: { [Key in "signatures" | "expiresAfterDays"]?: Gate[Key] | undefined };
}

/** Judges the sign-offs of a decision by one set of rules or another. */
const judgeUnder =
  (
    { id, attributes }: Item<"gate">,
    { namespace, authors }: GateFiles,
    always: Pick<SignatureRules, "isRevoked" | "now">,
  ) =>
  (record: GateRecord, { gate, ...rules }: Rules): readonly JudgedSignature[] =>
    record.signOffs.map((stored) =>
      checkSignature(stored, {
        ...{ ...always, ...rules, namespace, authors },
        gate: { ...attributes, ...gate } as Gate,
        name: itemName(id),
        sequence: record.sequence,
        statement: sha256(record.statement.bytes),
      }),
    );

/** What was revoked once stays revoked; only the list of today has to be readable. */
function revocationsOf({ trust, history }: GateFiles): SignatureRules["isRevoked"] | undefined {
  const now = trust.isKnown && trust.revoked !== undefined ? [trust.revoked] : [];
  const [current, ...others] = [...now, ...history.revoked].map((bytes) =>
    readRevocations(Buffer.from(bytes)),
  );
  if (now.length > 0 && current === undefined) return undefined;
  return (blob) => [current, ...others].some((list) => list?.isRevoked(blob) === true);
}

interface FoundDecision {
  readonly files: GateFiles;
  readonly allowedSigners: string;
  readonly record: GateRecord;
  readonly lost: SignOffResult["changes"] | undefined;
  readonly judge: ReturnType<typeof judgeUnder>;
}

function assess(signed: SignedGate, found: FoundDecision): JudgedSignOff {
  const { gate } = signed;
  const { files, allowedSigners, record, lost, judge } = found;
  const handedOver = judgeEarlier(files, judge);
  const checked = checkRecord(record, signed, { files, lost, handedOver });
  const { signers } = readAllowedSigners(allowedSigners);
  const stated = rootOf(record, files)?.signers ?? [];
  const judged = judge(record, { gate: {}, signers, stated });
  const isValid = checked.state === "valid";
  const quorum = countQuorum(
    gate.attributes,
    judged.map(({ result }) => (isValid ? result : voided(result))),
  );
  const { sequence, statement } = record;
  const { handOver } = handedOver;
  const result: SignOffResult = {
    ...checked,
    sequence,
    digest: sha256(statement.bytes),
    signatures: quorum.signatures.map((each, index) => consenting(each, handedOver, index)),
    quorum: quorum.roles,
    ...(handOver && { handOver }),
  };
  return { result, quorum, answers: isValid ? answersOf(judged) : new Map() };
}

/** Why a genuine sign-off may fill no place of the new quorum. */
const spareReasons: ReadonlySet<string> = new Set([
  "role-not-allowed",
  "unknown-key",
  "key-later",
  "counted-already",
]);

/** Whoever does not count for the decision any more may count for handing it over. */
function consenting(
  result: SignatureResult,
  { signatures }: JudgedHandOver,
  index: number,
): SignatureResult {
  const isOfOthers = spareReasons.has(result.reason);
  const earlier = signatures[index];
  return isOfOthers && earlier?.reason === "counts"
    ? { ...earlier, isGenuine: false, reason: "hands-over" }
    : result;
}

/** A genuine signature over what is no longer there counts for nothing. */
const voided = (result: SignOffResult["signatures"][number]) =>
  result.isGenuine ? { ...result, isGenuine: false, reason: "stale" as const } : result;

/** One "no" is no, whoever else says yes. */
function answersOf(judged: readonly JudgedSignature[]): ReadonlyMap<string, boolean> {
  const answers = new Map<string, boolean>();
  for (const { signOff, result } of judged) {
    if (!result.isGenuine || signOff === undefined) continue;
    for (const [criterion, answer] of Object.entries(signOff.answers ?? {})) {
      const key = answerKey(criterion, signOff.role);
      answers.set(key, (answers.get(key) ?? true) && answer);
    }
  }
  return answers;
}

/** Only the role that a question is put to can answer it. */
export const answerKey = (criterion: string, role: string): string => `${criterion}\0${role}`;

const emptyQuorum = (gate: Item<"gate">): Quorum => countQuorum(gate.attributes, []);

function unsigned(gate: Item<"gate">): JudgedSignOff {
  const quorum = emptyQuorum(gate);
  return {
    result: { state: "unsigned", signatures: [], quorum: quorum.roles, changes: noChanges },
    quorum,
    answers: new Map(),
  };
}

/** Every decision that the trusted ref had is gone. */
const allLost = (gate: Item<"gate">, changes: SignOffResult["changes"]): JudgedSignOff => {
  const none = unsigned(gate);
  const result = { ...none.result, state: "tampered", fault: "decision-lost", changes } as const;
  return { ...none, result };
};

const unjudged = (
  gate: Item<"gate">,
  { sequence }: GateRecord,
  problem: NonNullable<JudgedSignOff["problem"]>,
): JudgedSignOff => {
  const none = unsigned(gate);
  return { ...none, problem, result: { ...none.result, state: "unjudged", sequence } };
};

/** Whether all that was decided is there, and the last statement says what is so. */
function checkRecord(
  record: GateRecord,
  signed: SignedGate,
  { files, lost, handedOver }: Surroundings,
): StatementCheck {
  if (lost) return { state: "tampered", fault: "decision-lost", changes: lost };
  if (!isChain(files.records)) return tampered("broken-chain");
  const read = readStatement(record.statement);
  if (!read.isRead) return tampered(read.why);
  if (handedOver.isUnknown) return tampered("unknown-root");
  const asOf = read.value.predicate.asOf ?? undefined;
  const checked = compareStatement(read.value, statementParts(signed, files, { record, asOf }));
  return { ...checked, scope: scopeOf(read.value) };
}

interface Surroundings {
  readonly files: GateFiles;
  readonly lost: SignOffResult["changes"] | undefined;
  readonly handedOver: JudgedHandOver;
}

const tampered = (fault: RecordFault): StatementCheck => ({
  ...{ state: "tampered", fault, changes: noChanges },
});

function scopeOf({ predicate: { inputs, graph, changesSince } }: Statement): StatedScope {
  const { items, links } = graph;
  return { files: inputs.length, items, links, ...(changesSince && { since: changesSince }) };
}

/** None is missing, and each names the digest of the one before it; the last is judged apart. */
const isChain = (records: readonly GateRecord[]): boolean =>
  records.every((record, index) => {
    if (record.sequence !== index + 1) return false;
    if (index === records.length - 1) return true;
    const before = records[index - 1];
    const read = readStatement(record.statement);
    const expected = before === undefined ? null : recordDigest(before);
    return read.isRead && read.value.predicate.previous.sha256 === expected;
  });
