import { sha256, withLineFeeds } from "#data/canonical.ts";
import { type Diagnostic, hasErrors } from "#diagnostics/index.ts";
import type { Fact } from "#model/fact.ts";
import { type Item, type ItemId, itemName } from "#model/item.ts";
import type { ProjectSettings } from "#model/settings.ts";
import type {
  FileDigest,
  GateFiles,
  GateRecord,
  PastFile,
  Trust,
} from "#model/programme/sign-off.ts";
import { digestFiles, findFiles } from "../digests.ts";
import { dataFiles, listFiles } from "../files.ts";
import { isGateFile, isRecordFile } from "../programme/entries.ts";
import { readPolicy } from "../programme/index.ts";
import { namePeopleInRoles } from "../programme/people-in-roles.ts";
import { checkKeptMinutes } from "../programme/minutes/kept-minutes.ts";
import { historyOf, pathsOf, wasDecided, withAnchors } from "./read-history.ts";
import { readPast } from "./read-past.ts";
import { readRecords, recordsFolder } from "./read-records.ts";
import { openTrusted, readAuthors, readTrust, type TrustedSource } from "./read-trust.ts";

/** What there is to know about the gates of a project. */
export interface GatesRequest {
  readonly root: string;
  readonly project: ProjectSettings;
  readonly facts: readonly Fact[];
  /** Judged by the trusted policy even before anybody has decided. */
  readonly wanted?: string;
  /** Whose word counts; the main branch when absent. */
  readonly trustedRef?: string;
  readonly tool: GateFiles["tool"];
}

/** The facts with the policies that count, and what lies on disk about each gate. */
export interface ReadGates {
  readonly facts: readonly Fact[];
  readonly files: ReadonlyMap<ItemId, GateFiles>;
  /** Minutes that the trusted ref has otherwise. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads decisions, those that are gone too, and whom to trust about them. */
export async function readGates(request: GatesRequest): Promise<ReadGates> {
  const { root, facts } = request;
  const gates = facts.flatMap((fact) =>
    fact.fact === "item" && fact.item.kind === "gate" && isGateFile(fact.item.location.file)
      ? [{ gate: fact.item, records: recordsOf(root, fact.item) }]
      : [],
  );
  const entries = request.project.sources.programme;
  if (entries.length === 0) return { facts, files: new Map(), diagnostics: [] };
  const trusted = await openTrusted(root, request.trustedRef);
  return {
    ...(await judgeable(request, gates, trusted)),
    diagnostics: trusted ? await checkKeptMinutes({ root, entries, facts, trusted }) : [],
  };
}

type GateOnDisk = Pick<FoundGate, "gate" | "records">;

/** Every gate that somebody decided, or asks about, with what it is judged by. */
async function judgeable(
  request: GatesRequest,
  gates: readonly GateOnDisk[],
  trusted: TrustedSource | undefined,
): Promise<Pick<ReadGates, "facts" | "files">> {
  const paths = new Set(gates.flatMap(({ gate }) => Object.values(pathsOf(gate))));
  const past = trusted ? await readPast(request.root, trusted, [...paths]) : [];
  let { facts } = request;
  const files = new Map<ItemId, GateFiles>();
  for (const { gate, records } of gates) {
    const isDecided = records.length > 0 || wasDecided(gate, past);
    if (!isDecided && itemName(gate.id) !== request.wanted) continue;
    const found = { gate, records: withAnchors(records, past), trusted, past };
    const read = await readGate({ ...request, facts }, found);
    facts = read.facts;
    files.set(gate.id, read.files);
  }
  return { facts, files };
}

const recordsOf = (root: string, { id, location }: Item<"gate">): readonly GateRecord[] =>
  readRecords(root, recordsFolder(location.file, itemName(id)));

interface FoundGate {
  readonly gate: Item<"gate">;
  readonly records: readonly GateRecord[];
  readonly trusted: TrustedSource | undefined;
  readonly past: readonly PastFile[];
}

async function readGate(
  request: GatesRequest,
  { gate, records, trusted, past }: FoundGate,
): Promise<{ readonly facts: readonly Fact[]; readonly files: GateFiles }> {
  const { project, tool } = request;
  const { facts, isUsable, ...judging } = await policyThatCounts(request, gate, trusted);
  const current = gateOf(facts, gate);
  const inputs = await readInputs({ ...request, facts }, current);
  const trust = await readTrust(trusted, gate.location.file);
  const files = {
    ...{ ...judging, inputs, records, tool },
    trust: isUsable ? trust : unreadable(trust),
    history: historyOf(gate, records, past),
    authors: await authorsOf(current, { inputs, records, trusted }),
    ...(trusted?.head !== undefined && { commit: trusted.head }),
    isClean: (await trusted?.isClean()) ?? false,
    namespace: `gate-signoff.v1@${project.name === "" ? "rastro" : project.name}`,
  };
  return { facts, files };
}

interface JudgingPolicy extends Pick<GateFiles, "policy" | "policyDiffers"> {
  /** With the trusted policy in place of the one in the working tree. */
  readonly facts: readonly Fact[];
  readonly isUsable: boolean;
}

async function policyThatCounts(
  { root, facts }: GatesRequest,
  { location: { file: path } }: Item<"gate">,
  trusted: TrustedSource | undefined,
): Promise<JudgingPolicy> {
  const [own = { path, sha256: "", size: 0 }] = digestFiles(root, [path]);
  const text = await trusted?.read(path);
  if (text === undefined) return { facts, policy: own, policyDiffers: false, isUsable: true };
  const policy = digestOf(path, text);
  if (policy.sha256 === own.sha256) return { facts, policy, policyDiffers: false, isUsable: true };
  const replaced = replacePolicy(facts, path, text);
  return {
    facts: replaced ?? facts,
    policy,
    policyDiffers: true,
    isUsable: replaced !== undefined,
  };
}

/** Asked of the history only where a role may not be filled by authors. */
async function authorsOf(
  gate: Item<"gate">,
  { inputs, records, trusted }: Pick<GateFiles, "inputs" | "records"> & Pick<FoundGate, "trusted">,
): Promise<readonly string[]> {
  const isAsked = gate.attributes.signatures.some(({ notAuthors }) => notAuthors);
  if (!isAsked || trusted === undefined) return [];
  return readAuthors(
    trusted,
    lastCommit(records),
    inputs.map(({ path }) => path),
  );
}

const digestOf = (path: string, bytes: Buffer): FileDigest => {
  const text = withLineFeeds(bytes);
  return { path, sha256: sha256(text), size: text.length };
};

const unreadable = ({ ref }: Trust): Trust => ({
  isKnown: false,
  why: "unreadable-policy",
  ...(ref !== undefined && { ref }),
});

/** The gate as the policy that counts describes it. */
const gateOf = (facts: readonly Fact[], gate: Item<"gate">): Item<"gate"> =>
  facts.flatMap((fact) =>
    fact.fact === "item" && fact.item.kind === "gate" && fact.item.id === gate.id
      ? [fact.item]
      : [],
  )[0] ?? gate;

/** The facts of another version of a policy in place of those of its file; undefined if it is none. */
function replacePolicy(
  facts: readonly Fact[],
  path: string,
  bytes: Buffer,
): readonly Fact[] | undefined {
  const { value, diagnostics } = readPolicy(path, bytes.toString("utf8"));
  if (hasErrors(diagnostics)) return undefined;
  const isOfFile = (fact: Fact): boolean =>
    (fact.fact === "item" && fact.item.location.file === path) ||
    (fact.fact === "reference" && fact.reference.location.file === path);
  return namePeopleInRoles([...facts.filter((fact) => !isOfFile(fact)), ...value]);
}

/**
 * Everything that a signature is about: the scope of the policy or else the programme data, and
 * always what the criteria look at: files with measurements, and the documents that are owed.
 */
async function readInputs(
  { root, project, facts }: GatesRequest,
  gate: Item<"gate">,
): Promise<readonly FileDigest[]> {
  const { include, exclude } = gate.attributes.scope;
  const entries = project.sources.programme;
  const listed = await listFiles({ root, entries }, dataFiles);
  const scope =
    include.length > 0 ? findFiles(root, include, exclude) : listed.value.map(({ path }) => path);
  const looked = facts.flatMap((fact) => (fact.fact === "item" ? lookedAt(fact.item) : []));
  return digestFiles(
    root,
    [...scope, ...looked].filter((path) => !isOfGates(path)),
  );
}

function lookedAt(item: Item): readonly string[] {
  if (item.kind === "measurement") return [item.location.file];
  const isThere = item.kind === "deliverable" && item.attributes.state !== "generated";
  return isThere ? [item.attributes.document] : [];
}

/** Policies have a digest of their own, and signatures cannot be about themselves. */
const isOfGates = (path: string): boolean => isGateFile(path) || isRecordFile(path);

/** The commit of the decision before the last, as that one says: from there on authors count. */
function lastCommit(records: readonly GateRecord[]): string | undefined {
  const text = Buffer.from(records.at(-2)?.statement.bytes ?? []).toString("utf8");
  return /"git":\{"clean":(?:true|false),"commit":"([0-9a-f]{40,64})"\}/.exec(text)?.[1];
}
