import { canonicalBytes } from "#data/canonical.ts";
import { findSigner, type Signer } from "#evaluate/index.ts";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { exitCodes, type ExitCode, UsageError } from "../command.ts";
import { currentTime, type OpenedGate } from "./open-gate.ts";
import { writeWhole } from "../write-file.ts";
import { recordPath } from "./record-path.ts";
import { gateTexts } from "./texts.ts";

/** Writes one person's decision, and has `ssh-keygen` sign it; no private key is ever read here. */
export function sign(opened: OpenedGate): ExitCode {
  const { files, name, result, language, settings } = opened;
  const texts = gateTexts[language];
  if (files === undefined) throw new UsageError(texts.ownFile(name));
  const { state, sequence, digest } = result.signOff;
  if (state !== "valid" || sequence === undefined || digest === undefined) {
    console.error(texts.noStatement(name));
    return state === "unjudged" || state === "tampered"
      ? exitCodes.undetermined
      : exitCodes.findings;
  }
  const decision = decisionOf(opened);
  const key = findKey(opened);
  const { principal, role } = whoSigns(opened, key);
  const bytes = canonicalBytes({
    ...{ statement: `sha256:${digest}`, gate: name, sequence, decision, role, principal },
    signedAt: currentTime(),
    ...said(opened, role, decision),
  });
  const file = `${role}.${principal}`.replace(/[^\p{L}\p{N}@._+-]/gu, "_");
  const path = `${recordPath(opened, sequence)}/signoffs/${file}.json`;
  writeWhole(settings.root, path, bytes);
  const isSigned = runSshKeygen(join(settings.root, path), key.file, files.namespace);
  if (isSigned !== true) {
    rmSync(join(settings.root, path), { force: true });
    console.error(isSigned === undefined ? texts.noSshKeygen : texts.notSigned);
    return exitCodes.couldNotRun;
  }
  console.log([texts.written(path), texts.written(`${path}.sig`)].join("\n"));
  return exitCodes.clean;
}

function runSshKeygen(file: string, key: string, namespace: string): boolean | undefined {
  // It would ask before it replaces one.
  rmSync(`${file}.sig`, { force: true });
  const words = ["-Y", "sign", "-f", key, "-n", namespace, file];
  const { status, error } = spawnSync("ssh-keygen", words, {
    stdio: ["inherit", "ignore", "inherit"],
  });
  return error ? undefined : status === 0;
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
function findKey({ args, language, files }: OpenedGate): Key {
  const texts = gateTexts[language];
  const usual = usualKeys
    .map((name) => join(homedir(), ".ssh", name))
    .find((path) => existsSync(`${path}.pub`));
  const file = args.own["key"] ?? usual;
  if (typeof file !== "string") throw new UsageError(texts.noKey);
  const publicFile = file.endsWith(".pub") ? file : `${file}.pub`;
  const line = existsSync(publicFile) ? readFileSync(publicFile, "utf8") : "";
  const list = files?.trust.isKnown === true ? files.trust.allowedSigners : "";
  const signer = findSigner(line, list);
  if (signer === undefined) throw new UsageError(texts.unreadableKey(publicFile));
  if (signer.principals.length === 0) throw new UsageError(texts.unlisted(signer.fingerprint));
  return { file, signer };
}

/** Whoever signs is found out where only one answer is possible, and has to say it otherwise. */
function whoSigns({ args, gate, language }: OpenedGate, { signer }: Key) {
  const texts = gateTexts[language];
  const { signatures } = gate.attributes;
  const rolesOf = (name: string): readonly string[] =>
    signatures.filter(({ principals }) => principals.includes(name)).map(({ role }) => role);
  const known = signer.principals.filter((name) => rolesOf(name).length > 0);
  const candidates = known.length > 0 ? known : signer.principals;
  const principal = choose(args.own["principal"], candidates);
  if (principal === undefined) throw new UsageError(texts.principal(candidates));
  const role = choose(args.own["role"], rolesOf(principal));
  if (role === undefined) throw new UsageError(texts.role(rolesOf(principal)));
  return { principal, role };
}

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
