import type { CriterionResult } from "#model/evaluation.ts";
import type { Criterion, Waiver } from "#model/evidence.ts";
import { type Item, itemName } from "#model/item.ts";
import type { FileDigest, GateFiles, GateRecord } from "#model/programme/sign-off.ts";
import { scopeDigest, sha256 } from "#data/canonical.ts";
import { compareFiles } from "./compare-files.ts";
import type { ScopeGraph } from "./scope-graph.ts";

/** What is signed: an in-toto statement about the files of the scope. No number is a fraction. */
export interface Statement {
  readonly _type: "https://in-toto.io/Statement/v1";
  readonly subject: readonly [{ readonly name: "scope"; readonly digest: Digest }];
  readonly predicateType: typeof predicateType;
  readonly predicate: {
    readonly gate: string;
    readonly sequence: number;
    readonly asOf: string | null;
    readonly policy: FileDigest;
    readonly trustRoot: {
      readonly allowedSigners: string | null;
      readonly revoked: string | null;
      readonly readFrom: string | null;
    };
    readonly tool: { readonly name: string; readonly version: string };
    readonly inputs: readonly FileDigest[];
    readonly graph: ScopeGraph;
    readonly criteria: readonly StatedCriterion[];
    readonly waivers: readonly Waiver[];
    readonly changesSince: ChangesSince | null;
    readonly previous: { readonly sha256: string | null };
    readonly git: { readonly commit: string | null; readonly clean: boolean };
  };
}

interface Digest {
  readonly sha256: string;
}

/** The result of a criterion, with what it was compared with and the file that shows it. */
export interface StatedCriterion {
  readonly id: string;
  readonly title: string;
  readonly result: CriterionResult["result"];
  readonly reason: CriterionResult["reason"];
  readonly grade: string;
  readonly accepts: readonly string[];
  readonly metric?: string;
  readonly op?: string;
  readonly threshold?: string;
  readonly unit?: string;
  readonly expression?: string;
  readonly question?: string;
  readonly observed?: { readonly value: string; readonly unit: string };
  readonly evidence?: {
    readonly id: string;
    readonly path: string;
    readonly sha256: string | null;
  };
}

export const predicateType = "urn:x-rastro:attestation:gate:v1";

/** How many files of the scope changed since the decision before. */
export interface ChangesSince {
  readonly gate: string;
  readonly sequence: number;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** The decision before: its digest, and what it was about. */
export interface EarlierDecision {
  readonly gate: string;
  readonly sequence: number;
  readonly digest: string;
  readonly inputs: readonly FileDigest[];
}

/** Everything that a statement is made of. */
export interface StatementParts {
  readonly gate: Item<"gate">;
  readonly files: GateFiles;
  readonly graph: ScopeGraph;
  readonly criteria: readonly StatedCriterion[];
  readonly sequence: number;
  readonly asOf: string | undefined;
  /** Absent: this is the first decision. */
  readonly before?: EarlierDecision;
}

/** States what is known about a gate: the same bytes for the same files, whenever it is made. */
export function makeStatement(parts: StatementParts): Statement {
  const { gate, files, criteria, sequence, asOf, graph, before } = parts;
  const { trust, policy, tool, inputs, commit, isClean } = files;
  return {
    _type: "https://in-toto.io/Statement/v1",
    subject: [{ name: "scope", digest: { sha256: scopeDigest(inputs) } }],
    predicateType,
    predicate: {
      gate: itemName(gate.id),
      sequence,
      asOf: asOf ?? null,
      policy,
      trustRoot: {
        allowedSigners: trust.isKnown ? sha256(Buffer.from(trust.allowedSigners)) : null,
        revoked: trust.isKnown && trust.revoked ? sha256(trust.revoked) : null,
        readFrom: trust.isKnown ? `${trust.ref}@${trust.commit}` : null,
      },
      tool,
      inputs,
      graph,
      criteria,
      waivers: gate.attributes.waivers,
      changesSince: countChanges(before, { inputs }),
      previous: { sha256: before?.digest ?? null },
      git: { commit: commit ?? null, clean: isClean },
    },
  };
}

/** Of the files alone: a policy has a digest of its own. */
export function countChanges(
  before: EarlierDecision | undefined,
  { inputs }: Pick<Statement["predicate"], "inputs">,
): ChangesSince | null {
  if (before === undefined) return null;
  const { gate, sequence } = before;
  const { added, changed, removed } = compareFiles(before.inputs, inputs);
  return {
    ...{ gate, sequence },
    ...{ added: added.length, changed: changed.length, removed: removed.length },
  };
}

/** The digest of a decision with all its signatures, which the next one names. */
export const recordDigest = ({ statement, signOffs }: GateRecord): string =>
  scopeDigest(
    [statement, ...signOffs, ...signOffs.flatMap(({ signature }) => signature ?? [])].map(
      ({ path, bytes }) => ({ path: path.split("/").slice(-2).join("/"), sha256: sha256(bytes) }),
    ),
  );

/** How the result of a criterion stands in a statement. */
export function stateCriterion(
  { id, title, attributes }: Item<"criterion">,
  { result, reason, grade, observed }: CriterionResult,
  evidence: StatedCriterion["evidence"],
): StatedCriterion {
  return {
    ...{ id: itemName(id), title, result, reason, grade, accepts: attributes.accepts },
    ...asked(attributes),
    ...(observed && { observed: { value: String(observed.value), unit: observed.unit } }),
    ...(evidence && { evidence }),
  };
}

const asked = (criterion: Criterion) => {
  const { metric, op, threshold, unit, expression, question } = criterion;
  const written = { metric, op, threshold: threshold?.toString(), unit, expression, question };
  const present = Object.entries(written).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present) as Partial<Record<keyof typeof written, string>>;
};
