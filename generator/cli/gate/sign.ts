import { canonicalBytes } from "#data/canonical.ts";
import { findSigner, type Signer } from "#evaluate/index.ts";
import type { GateFiles, SignatureReason, StoredFile } from "#model/programme/sign-off.ts";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { exitCodes, type ExitCode, UsageError } from "../command.ts";
import { currentTime, type OpenedGate, openGate } from "./open-gate.ts";
import { writeWhole } from "../project/write-file.ts";
import { recordPath } from "./record-path.ts";
import { gateTexts } from "./texts.ts";

/** Writes one person's decision, and has `ssh-keygen` sign it; no private key is ever read here. */
export async function sign(opened: OpenedGate): Promise<ExitCode> {
  const { files, name, result, language } = opened;
  if (files === undefined) throw new UsageError(gateTexts[language].ownFile(name));
  const { state, sequence, digest } = result.signOff;
  return state === "valid" && sequence !== undefined && digest !== undefined
    ? signStatement(opened, files, { sequence, digest })
    : sayNothingToSign(opened);
}

function sayNothingToSign({ name, result, language }: OpenedGate): ExitCode {
  const texts = gateTexts[language];
  const { state, fault } = result.signOff;
  console.error(fault === "decision-lost" ? texts.lost : texts.noStatement(name));
  return state === "unjudged" || state === "tampered" ? exitCodes.undetermined : exitCodes.findings;
}

async function signStatement(
  opened: OpenedGate,
  files: GateFiles,
  { sequence, digest }: { readonly sequence: number; readonly digest: string },
): Promise<ExitCode> {
  const { name, language, settings } = opened;
  const texts = gateTexts[language];
  const decision = decisionOf(opened);
  const key = findKey(opened);
  const { principal, role } = whoSigns(opened, key);
  const bytes = canonicalBytes({
    ...{ statement: `sha256:${digest}`, gate: name, sequence, decision, role, principal },
    signedAt: currentTime(),
    ...said(opened, role, decision),
  });
  const folder = `${recordPath(opened, sequence)}/signoffs`;
  const path = `${folder}/${fileName(opened, folder, { role, principal, key })}`;
  if (isOnTrustedRef(files, path)) throw new UsageError(texts.decided(path, name));
  const signature = runSshKeygen({ path, bytes }, key.file, files.namespace);
  if (signature === undefined || signature === "refused") {
    console.error(signature === undefined ? texts.noSshKeygen : texts.notSigned);
    return exitCodes.couldNotRun;
  }
  writeWhole(settings.root, path, bytes);
  writeWhole(settings.root, `${path}.sig`, signature);
  console.log([texts.written(path), texts.written(`${path}.sig`)].join("\n"));
  return sayWhetherItCounts(opened, path);
}

interface Signing {
  readonly role: string;
  readonly principal: string;
  readonly key: Key;
}

/** Who agrees to the change of their own key signs with both, in a file for each. */
function fileName(
  { result }: OpenedGate,
  folder: string,
  { role, principal, key: { signer } }: Signing,
): string {
  const name = `${role}.${principal}`.replace(/[^\p{L}\p{N}@._+-]/gu, "_");
  const other = result.signOff.signatures.find(({ file }) => file === `${folder}/${name}.json`);
  const isTaken = other?.fingerprint !== undefined && other.fingerprint !== signer.fingerprint;
  const [short = ""] = /\w{8}/.exec(signer.fingerprint.replace("SHA256:", "")) ?? [];
  return isTaken ? `${name}.${short}.json` : `${name}.json`;
}

/** Whoever signed for nothing learns it now, and not from whoever verifies. */
async function sayWhetherItCounts(
  { args, name, language, words }: OpenedGate,
  path: string,
): Promise<ExitCode> {
  const opened = await openGate(args, name);
  if (typeof opened === "number") return opened;
  const found = opened.result.signOff.signatures.find(({ file }) => file === path);
  if (found === undefined || isGoodFor(found.reason)) return exitCodes.clean;
  console.error(gateTexts[language].refused(words(`gates.signature-${found.reason}`)));
  return exitCodes.findings;
}

const isGoodFor = (reason: SignatureReason): boolean =>
  ["counts", "hands-over", "no-go", "abstains"].includes(reason);

/** What everybody has seen is not written over: a person who thinks again decides anew. */
const isOnTrustedRef = ({ records }: GateFiles, path: string): boolean =>
  records.some(({ signOffs }) =>
    signOffs.some((stored) => stored.path === path && stored.signature?.since !== undefined),
  );

/** The signature; undefined without the program. Nothing of the project changes if it fails. */
function runSshKeygen(
  { path, bytes }: StoredFile,
  key: string,
  namespace: string,
): Buffer | "refused" | undefined {
  const folder = mkdtempSync(join(tmpdir(), "rastro-sign-"));
  // The program names the file when it asks for a passphrase or a touch.
  const name = basename(path);
  try {
    writeFileSync(join(folder, name), bytes);
    const words = ["-Y", "sign", "-f", resolve(key), "-n", namespace, name];
    const { status, error } = spawnSync("ssh-keygen", words, {
      cwd: folder,
      stdio: ["inherit", "ignore", "inherit"],
    });
    if (error) return undefined;
    return status === 0 ? readFileSync(join(folder, `${name}.sig`)) : "refused";
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const decisions = ["GO", "NO-GO", "ABSTAIN"];

function decisionOf({ args, language }: OpenedGate): string {
  const found = decisions.find((each) => each === args.own["decision"]);
  if (found === undefined) throw new UsageError(gateTexts[language].decision);
  return found;
}

interface Key {
  readonly file: string;
  readonly signer: Signer;
}

const usualKeys = ["id_ed25519", "id_ed25519_sk", "id_ecdsa", "id_ecdsa_sk", "id_rsa"];

/** The key that is named, or the first usual one; of it only the public half is read. */
function findKey(opened: OpenedGate): Key {
  const { args, language } = opened;
  const texts = gateTexts[language];
  const usual = usualKeys
    .map((name) => join(homedir(), ".ssh", name))
    .find((path) => existsSync(`${path}.pub`));
  const file = args.own["key"] ?? usual;
  if (typeof file !== "string") throw new UsageError(texts.noKey);
  const publicFile = file.endsWith(".pub") ? file : `${file}.pub`;
  const line = existsSync(publicFile) ? readFileSync(publicFile, "utf8") : "";
  const signer = findSigner(line, knownSigners(opened));
  if (signer === undefined) throw new UsageError(texts.unreadableKey(publicFile));
  if (signer.principals.length === 0) throw new UsageError(texts.unlisted(signer.fingerprint));
  return { file, signer };
}

/** Whoever is asked to agree to a change signs with the key that was known before it. */
function knownSigners({ files, result }: OpenedGate): string {
  const current = files?.trust.isKnown === true ? files.trust.allowedSigners : "";
  return `${current}\n${result.signOff.handOver?.allowedSigners ?? ""}`;
}

/** Whoever signs is found out where only one answer is possible, and has to say it otherwise. */
function whoSigns({ args, gate, language, result }: OpenedGate, { signer }: Key) {
  const texts = gateTexts[language];
  const signatures = [...gate.attributes.signatures, ...(result.signOff.handOver?.rows ?? [])];
  const rolesOf = (name: string): readonly string[] =>
    unique(
      signatures.filter(({ principals }) => principals.includes(name)).map(({ role }) => role),
    );
  const known = signer.principals.filter((name) => rolesOf(name).length > 0);
  const candidates = known.length > 0 ? known : signer.principals;
  const principal = choose(args.own["principal"], candidates);
  if (principal === undefined) throw new UsageError(texts.principal(candidates));
  const role = choose(args.own["role"], rolesOf(principal));
  if (role === undefined) throw new UsageError(texts.role(rolesOf(principal)));
  return { principal, role };
}

const unique = (names: readonly string[]): readonly string[] => [...new Set(names)];

function choose(asked: unknown, known: readonly string[]): string | undefined {
  if (typeof asked === "string") return known.includes(asked) ? asked : undefined;
  return known.length === 1 ? known[0] : undefined;
}

/** Conditions, answers and a comment, as far as they were given. */
function said(opened: OpenedGate, role: string, decision: string) {
  const { comment, condition } = opened.args.own;
  const answers = answersOf(opened, role, decision);
  return {
    ...(typeof comment === "string" && comment !== "" && { comment }),
    ...(Array.isArray(condition) && condition.length > 0 && { conditions: condition }),
    ...(Object.keys(answers).length > 0 && { answers }),
  };
}

/** Who says GO has to answer what their role is asked. */
function answersOf(
  { args, language, project, result }: OpenedGate,
  role: string,
  decision: string,
): Readonly<Record<string, boolean>> {
  const texts = gateTexts[language];
  const written = [args.own["answer"] ?? []].flat().map(String);
  const answers = Object.fromEntries(
    written.map((each) => {
      const [, criterion = "", answer] = /^(.+)=(yes|no)$/.exec(each) ?? [];
      if (answer === undefined) throw new UsageError(texts.answer(each));
      return [criterion, answer === "yes"];
    }),
  );
  const asked = result.criteria.flatMap((id) => {
    const item = project.graph.items.get(id);
    if (item?.kind !== "criterion" || item.attributes.role !== role) return [];
    const name = id.slice(id.indexOf(":") + 1);
    return name in answers ? [] : [`--answer ${name}=yes|no (${item.attributes.question ?? ""})`];
  });
  if (decision === "GO" && asked.length > 0) throw new UsageError(texts.unanswered(asked));
  return answers;
}
