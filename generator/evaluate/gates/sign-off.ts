import type { CriterionResult } from "#model/evaluation.ts";
import type { Graph } from "#model/graph.ts";
import { type Item, type ItemId, itemName } from "#model/item.ts";
import type { GateFiles, GateRecord, SignOffResult, Trust } from "#model/sign-off.ts";
import type { Results } from "../criteria/judged-graph.ts";
import { parseInstant } from "../criteria/measurements.ts";
import { readAllowedSigners } from "../signatures/allowed-signers.ts";
import { readRevocations, type Revocations } from "../signatures/revocations.ts";
import { sha256 } from "#data/canonical.ts";
import { checkSignature, type JudgedSignature } from "./check-signature.ts";
import { noChanges } from "./compare-files.ts";
import { compareStatement, type StatementCheck } from "./compare-statement.ts";
import { countQuorum, type Quorum } from "./quorum.ts";
import { readStatement } from "./read-record.ts";
import { stateScopeGraph } from "./scope-graph.ts";
import {
  type EarlierDecision,
  recordDigest,
  stateCriterion,
  type StatedCriterion,
  type StatementParts,
} from "./statement.ts";

/** A gate with what lies on disk about it, and how its criteria came out on a day. */
export interface SignedGate {
  readonly graph: Graph;
  readonly gate: Item<"gate">;
  readonly criteria: readonly ItemId[];
  readonly files: GateFiles | undefined;
  readonly resultsAt: (asOf: string | undefined) => Results;
  /** The moment that expiry is judged at; not known without a date. */
  readonly now: string | undefined;
}

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
  if (files === undefined || record === undefined) return unsigned(gate);
  const moment = now === undefined ? NaN : parseInstant(now);
  if (!files.trust.isKnown) return unjudged(gate, record, "no-trust");
  if (Number.isNaN(moment)) return unjudged(gate, record, "no-date");
  const revocations = revocationsOf(files.trust);
  if (revocations === undefined) return unjudged(gate, record, "unreadable-revocations");
  const checked = checkRecord(record, signed, files);
  const judged = record.signOffs.map((stored) =>
    checkSignature(stored, {
      gate: gate.attributes,
      name: itemName(gate.id),
      sequence: record.sequence,
      statement: sha256(record.statement.bytes),
      signers: signersOf(files.trust),
      revocations,
      namespace: files.namespace,
      authors: files.authors,
      now: moment,
    }),
  );
  return assess(gate, { record, checked, judged });
}

const signersOf = (trust: Trust) =>
  trust.isKnown ? readAllowedSigners(trust.allowedSigners).signers : [];

const revocationsOf = (trust: Trust): Revocations =>
  trust.isKnown && trust.revoked !== undefined
    ? readRevocations(Buffer.from(trust.revoked))
    : { isRevoked: () => false };

function assess(
  gate: Item<"gate">,
  {
    record,
    checked,
    judged,
  }: { record: GateRecord; checked: StatementCheck; judged: readonly JudgedSignature[] },
): JudgedSignOff {
  const isValid = checked.state === "valid";
  const quorum = countQuorum(
    gate.attributes,
    judged.map(({ result }) => (isValid ? result : voided(result))),
  );
  const { sequence, statement } = record;
  const result: SignOffResult = {
    ...checked,
    sequence,
    digest: sha256(statement.bytes),
    signatures: quorum.signatures,
    quorum: quorum.roles,
  };
  return { result, quorum, answers: isValid ? answersOf(judged) : new Map() };
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

const unjudged = (
  gate: Item<"gate">,
  { sequence }: GateRecord,
  problem: NonNullable<JudgedSignOff["problem"]>,
): JudgedSignOff => {
  const none = unsigned(gate);
  return { ...none, problem, result: { ...none.result, state: "unjudged", sequence } };
};

/** Whether the whole chain is there, and the last statement says what is so. */
function checkRecord(record: GateRecord, signed: SignedGate, files: GateFiles): StatementCheck {
  const broken = { state: "tampered", fault: "broken-chain", changes: noChanges } as const;
  if (!isChain(files.records)) return broken;
  const read = readStatement(record.statement);
  if (!read.isRead) return { state: "tampered", fault: read.why, changes: noChanges };
  const asOf = read.value.predicate.asOf ?? undefined;
  return compareStatement(read.value, statementParts(signed, files, { record, asOf }));
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

/** What a statement about a gate is made of, on a given day. */
export function statementParts(
  { graph, gate, criteria, resultsAt }: SignedGate,
  files: GateFiles,
  { record, asOf }: { readonly record?: GateRecord; readonly asOf: string | undefined },
): StatementParts {
  const results = resultsAt(asOf);
  const last = files.records.at(-1)?.sequence ?? 0;
  const sequence = record?.sequence ?? last + 1;
  const before = decisionBefore(files, sequence);
  return {
    ...{ gate, files, asOf, sequence, ...(before && { before }) },
    graph: stateScopeGraph(graph, files.inputs),
    criteria: criteria.flatMap((id) => {
      const item = graph.items.get(id);
      const result = results.get(id);
      if (item?.kind !== "criterion" || result === undefined) return [];
      return [stateCriterion(item, result, evidenceOf(graph, result, files))];
    }),
  };
}

function decisionBefore({ records }: GateFiles, sequence: number): EarlierDecision | undefined {
  const record = records.findLast((each) => each.sequence < sequence);
  if (record === undefined) return undefined;
  const read = readStatement(record.statement);
  const { gate = "", inputs = [] } = read.isRead ? read.value.predicate : {};
  return { gate, inputs, sequence: record.sequence, digest: recordDigest(record) };
}

function evidenceOf(
  graph: Graph,
  { evidence }: CriterionResult,
  { inputs }: GateFiles,
): StatedCriterion["evidence"] {
  const item = evidence && graph.items.get(evidence);
  if (!item) return undefined;
  const { file: path } = item.location;
  const found = inputs.find((input) => input.path === path);
  return { id: itemName(item.id), path, sha256: found?.sha256 ?? null };
}
