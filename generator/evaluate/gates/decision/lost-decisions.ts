import { sha256 } from "#data/canonical.ts";
import type { GateFiles, SignOffResult, StoredFile } from "#model/programme/sign-off.ts";
import { isFor, readAllowedSigners } from "../../signatures/allowed-signers.ts";
import { verifySignature } from "../../signatures/verify-signature.ts";
import { noChanges } from "./compare-files.ts";
import { readSignOff, type SignOff } from "./read-record.ts";

type Changes = SignOffResult["changes"];

/**
 * What was signed, has been on the trusted ref, and is not here as it was there: decisions are added
 * to, never taken back. What nobody signed may come and go. Undefined when nothing is lost.
 */
export function findLost(files: GateFiles): Changes | undefined {
  const { lost } = files.history;
  if (lost.length === 0) return undefined;
  const isKnown = signerCheck(files);
  const here = filesHere(files);
  const versions = Map.groupBy([...lost, ...here.values()], ({ path }) => path);
  const paths = [...versions.keys()].filter((path) => path.endsWith(".json"));
  const made = paths.flatMap((path) =>
    decisionsAt(path, { versions, namespace: files.namespace, isKnown }),
  );
  const signed = new Set(made.map(({ value }) => value.statement));
  const statements = lost.filter(({ bytes }) => signed.has(`sha256:${sha256(bytes)}`));
  const missing = made.flatMap((decision) => missingPart(decision, here) ?? []);
  const gone = new Set([...statements.map(({ path }) => path), ...missing]);
  return gone.size === 0 ? undefined : sortedChanges(gone, here);
}

/** A decision that somebody made, with the signatures that were ever there for it. */
interface MadeDecision {
  readonly file: StoredFile;
  readonly value: SignOff;
  readonly signatures: readonly StoredFile[];
}

interface DecisionRules {
  readonly versions: ReadonlyMap<string, readonly StoredFile[]>;
  readonly namespace: string;
  readonly isKnown: (fingerprint: string, principal: string) => boolean;
}

function decisionsAt(
  path: string,
  { versions, namespace, isKnown }: DecisionRules,
): readonly MadeDecision[] {
  return (versions.get(path) ?? []).flatMap((file) => {
    const read = readSignOff(file);
    if (!read.isRead) return [];
    const signatures = (versions.get(`${path}.sig`) ?? []).filter(({ bytes }) => {
      const message = Buffer.from(file.bytes);
      const checked = verifySignature(textOf(bytes), { message, namespace });
      return checked.isGood && isKnown(checked.key.fingerprint, read.value.principal);
    });
    return signatures.length === 0 ? [] : [{ file, value: read.value, signatures }];
  });
}

/** The file without which a decision is not what it was. */
function missingPart(
  { file, signatures }: MadeDecision,
  here: ReadonlyMap<string, StoredFile>,
): string | undefined {
  if (!isSame(here.get(file.path), file)) return file.path;
  const path = `${file.path}.sig`;
  return signatures.some((signature) => isSame(here.get(path), signature)) ? undefined : path;
}

/** By any list that the trusted ref ever had: who is struck off later was a signer then. */
function signerCheck({ trust, history }: GateFiles): DecisionRules["isKnown"] {
  const lists = [...history.signers.values(), ...(trust.isKnown ? [trust.allowedSigners] : [])];
  const signers = lists.flatMap((list) => readAllowedSigners(list).signers);
  return (fingerprint, principal) =>
    signers.some((signer) => signer.fingerprint === fingerprint && isFor(signer, principal));
}

const filesHere = ({ records }: GateFiles): ReadonlyMap<string, StoredFile> =>
  new Map(
    records
      .flatMap(({ statement, signOffs }) => [
        statement,
        ...signOffs.flatMap((each) => [each, ...(each.signature ? [each.signature] : [])]),
      ])
      .map((file) => [file.path, file]),
  );

const isSame = (a: StoredFile | undefined, b: StoredFile): boolean =>
  a !== undefined && Buffer.compare(a.bytes, b.bytes) === 0;

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");

const sortedChanges = (
  paths: ReadonlySet<string>,
  here: ReadonlyMap<string, StoredFile>,
): Changes => ({
  ...noChanges,
  changed: [...paths].filter((path) => here.has(path)).toSorted(),
  removed: [...paths].filter((path) => !here.has(path)).toSorted(),
});
