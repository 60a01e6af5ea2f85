import type { Gate, Quorum } from "#model/evidence.ts";
import type {
  GateFiles,
  GateRecord,
  HandOver,
  SignatureResult,
} from "#model/programme/sign-off.ts";
import { countQuorum } from "./quorum.ts";
import { grantsMore, rootOf, type TrustRoot } from "./trust-root.ts";

/** How the sign-offs of a decision come out by the signers and the policy of another one. */
export type JudgeUnder = (
  record: GateRecord,
  gate: Pick<Gate, "signatures">,
  root: TrustRoot,
) => readonly SignatureResult[];

/** Whether the last decision needed the consent of earlier signers, and who of them gave it. */
export interface JudgedHandOver {
  readonly handOver?: HandOver;
  /** The sign-offs of the last decision as the earlier signers' rules judge them. */
  readonly signatures: readonly SignatureResult[];
  /** A decision names signers or a policy that the trusted ref never had. */
  readonly isUnknown?: true;
}

/**
 * Goes through the decisions from the first, whose signers are taken at their word. Each change of
 * policy or signers that allows more has to be signed by the quorum that was asked before it; until
 * then that quorum goes on being the one that is asked.
 */
export function judgeHandOver(files: GateFiles, judgeUnder: JudgeUnder): JudgedHandOver {
  let accepted: TrustRoot | undefined;
  let last: JudgedHandOver = { signatures: [] };
  for (const record of files.records) {
    const root = rootOf(record, files);
    if (root === undefined) return { signatures: [], isUnknown: true };
    last = { signatures: [] };
    if (accepted !== undefined && grantsMore(root, accepted)) {
      if (accepted.quorum === undefined) return { signatures: [], isUnknown: true };
      last = consentTo(record, { accepted, quorum: accepted.quorum, judgeUnder });
    }
    if (last.handOver?.isComplete !== false) accepted = root;
  }
  return last;
}

interface Asked {
  readonly accepted: TrustRoot;
  readonly quorum: readonly Quorum[];
  readonly judgeUnder: JudgeUnder;
}

function consentTo(
  record: GateRecord,
  { accepted, quorum: rows, judgeUnder }: Asked,
): JudgedHandOver {
  const signatures = judgeUnder(record, { signatures: rows }, accepted);
  const { roles, isComplete } = countQuorum({ signatures: rows }, signatures);
  const { sequence, list } = accepted;
  return {
    signatures,
    handOver: { sequence, rows, isComplete, quorum: roles, allowedSigners: list },
  };
}
