import { sha256, withLineFeeds } from "#data/canonical.ts";
import { hasErrors } from "#diagnostics/index.ts";
import type { Quorum } from "#model/evidence.ts";
import { type Item, itemName } from "#model/item.ts";
import type { GateRecord, PastFile, StoredFile, TrustHistory } from "#model/programme/sign-off.ts";
import { dirname } from "node:path/posix";
import { isRecordFile } from "../programme/entries.ts";
import { readPolicy } from "../programme/index.ts";
import { recordsFolder } from "./read-records.ts";

/** What of a gate lies where: its policy, its decisions, and the lists of keys beside them. */
export function pathsOf({ id, location: { file: policy } }: Item<"gate">) {
  const folder = dirname(policy);
  const beside = (name: string): string => (folder === "." ? name : `${folder}/${name}`);
  return {
    policy,
    records: recordsFolder(policy, itemName(id)),
    signers: beside("allowed_signers"),
    revoked: beside("revoked_keys"),
  };
}

/** The versions that belong to one gate, by what they are. */
export function historyOf(
  gate: Item<"gate">,
  records: readonly GateRecord[],
  past: readonly PastFile[],
): TrustHistory {
  const paths = pathsOf(gate);
  const at = (wanted: string) => past.filter(({ path }) => path === wanted);
  const here = new Map(filesOf(records).map((file) => [file.path, file]));
  return {
    signers: new Map(at(paths.signers).map(({ bytes }) => [sha256(bytes), textOf(bytes)])),
    // Nobody asks before there is a second decision.
    quorums: records.length > 1 ? quorumsOf(gate, at(paths.policy)) : new Map(),
    revoked: at(paths.revoked).map(({ bytes }) => bytes),
    lost: past.filter(
      (file) => isOfRecords(paths.records, file) && !isSame(here.get(file.path), file),
    ),
  };
}

/** Whether the trusted ref ever had a decision about the gate. */
export const wasDecided = (gate: Item<"gate">, past: readonly PastFile[]): boolean =>
  past.some((file) => isOfRecords(pathsOf(gate).records, file));

/** Decisions with the moment at which the trusted ref had each file of them first. */
export const withAnchors = (
  records: readonly GateRecord[],
  past: readonly PastFile[],
): readonly GateRecord[] => {
  const versions = Map.groupBy(past, ({ path }) => path);
  const anchored = <File extends StoredFile>(file: File): File => {
    const since = versions.get(file.path)?.find((version) => isSame(version, file))?.since;
    return { ...file, ...(since !== undefined && { since }) };
  };
  return records.map(({ sequence, statement, signOffs }) => ({
    sequence,
    statement: anchored(statement),
    signOffs: signOffs.map((signOff) => ({
      ...anchored(signOff),
      ...(signOff.signature && { signature: anchored(signOff.signature) }),
    })),
  }));
};

const filesOf = (records: readonly GateRecord[]): readonly StoredFile[] =>
  records.flatMap(({ statement, signOffs }) => [
    statement,
    ...signOffs,
    ...signOffs.flatMap(({ signature }) => signature ?? []),
  ]);

const isOfRecords = (folder: string, { path }: StoredFile): boolean =>
  path.startsWith(`${folder}/`) && isRecordFile(path);

const isSame = (a: StoredFile | undefined, b: StoredFile): boolean =>
  a !== undefined && Buffer.compare(withLineFeeds(Buffer.from(a.bytes)), b.bytes) === 0;

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString("utf8");

function quorumsOf(
  gate: Item<"gate">,
  policies: readonly PastFile[],
): ReadonlyMap<string, readonly Quorum[]> {
  const read = policies.flatMap(({ path, bytes }) => {
    const { value, diagnostics } = readPolicy(path, textOf(bytes));
    if (hasErrors(diagnostics)) return [];
    const found = value.flatMap((fact) =>
      fact.fact === "item" && fact.item.kind === "gate" && fact.item.id === gate.id
        ? [fact.item.attributes.signatures]
        : [],
    );
    return found.map((signatures) => [sha256(bytes), signatures] as const);
  });
  return new Map(read);
}
