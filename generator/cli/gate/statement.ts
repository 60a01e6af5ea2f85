import { canonicalBytes, sha256 } from "#data/canonical.ts";
import { stateGate } from "#evaluate/index.ts";
import type { GateFiles } from "#model/programme/sign-off.ts";
import { exitCodes, type ExitCode, UsageError } from "../command.ts";
import type { OpenedGate } from "./open-gate.ts";
import { writeWhole } from "../project/write-file.ts";
import { recordPath } from "./record-path.ts";
import { exitCodeOf } from "./exit-code.ts";
import { gateTexts } from "./texts.ts";

/** Writes what there is to sign. A statement that nobody has signed yet is made anew in its place. */
export function statement(opened: OpenedGate): ExitCode {
  const { files, name, result, language } = opened;
  const texts = gateTexts[language];
  if (files === undefined) throw new UsageError(texts.ownFile(name));
  if (!files.trust.isKnown) {
    console.error(texts.untrusted);
    return exitCodes.undetermined;
  }
  const { fault, changes } = result.signOff;
  if (fault === "decision-lost") {
    console.error([texts.lost, ...listed(changes)].join("\n"));
    return exitCodes.undetermined;
  }
  return writeStatement(opened, files);
}

function writeStatement(opened: OpenedGate, files: GateFiles): ExitCode {
  const { args, result, project, gate, asOf, settings } = opened;
  const last = files.records.at(-1);
  const isUnsigned = last?.signOffs.length === 0;
  const isWanted = args.own["new"] === true && !isUnsigned;
  if (last !== undefined && result.signOff.state === "valid" && !isWanted) {
    say(opened, { path: last.statement.path, bytes: last.statement.bytes, isNew: false });
    return exitCodes.clean;
  }
  const stated = stateGate(project, gate, { files, asOf });
  const path = `${recordPath(opened, stated.predicate.sequence)}/statement.json`;
  const bytes = canonicalBytes(stated);
  writeWhole(settings.root, path, bytes);
  say(opened, { path, bytes, isNew: true });
  return result.signOff.state === "tampered"
    ? exitCodeOf(result, args.own["allow-conditional"] === true)
    : exitCodes.clean;
}

const listed = ({ changed, removed }: OpenedGate["result"]["signOff"]["changes"]) => [
  ...changed.map((path) => `  ~ ${path}`),
  ...removed.map((path) => `  - ${path}`),
];

interface Written {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly isNew: boolean;
}

function say({ args, name, language, result }: OpenedGate, { path, bytes, isNew }: Written): void {
  const texts = gateTexts[language];
  const digest = sha256(bytes);
  if (args.format === "json") {
    const { verdict } = result;
    console.log(
      JSON.stringify({ gate: name, verdict, path, sha256: digest, findings: [] }, null, 2),
    );
    return;
  }
  const lines = [
    isNew ? texts.written(path) : texts.unchanged(path),
    texts.digest(digest),
    texts.signNext(name),
  ];
  console.log(lines.join("\n"));
}
