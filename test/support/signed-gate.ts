import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { canonicalBytes, sha256 } from "../../generator/data/canonical.ts";
import { loadSettings } from "../../generator/config/index.ts";
import { judge, type JudgedProject } from "../../generator/generate.ts";
import { stateGate } from "../../generator/evaluate/index.ts";
import type { GateResult } from "../../generator/model/evaluation.ts";
import type { Item } from "../../generator/model/item.ts";
import { writeFiles } from "./folder.ts";
import { gitRepository } from "./git-repository.ts";
import { type SshKey, sshKey } from "./ssh-keys.ts";

/** The moment at which tests judge, unless they say otherwise. */
export const now = "2026-02-10T12:00:00Z";

export const namespace = "gate-signoff.v1@rastro";

/** A policy with one criterion of each plain kind; `more` is added to it. */
export const policy = (more = ""): string => `id: G
title: Portão
stage: S
signatures:
  - { role: dba, min: 1, principals: [ana@example.org] }
  - { role: qa, min: 1, principals: [bo@example.org], veto: true }
criteria:
  - { id: G-C1, title: Rápida, metric: q1, op: "<=", threshold: -10, unit: "%", waivable: true }
  - { id: G-C2, title: Sem bloqueio, metric: blockers.open, op: "==", threshold: 0, unit: b }
${more}`;

export const measurement = (value = -15, more = ""): string => `measurements:
  - id: M1
    metric: q1
    value: ${value}
    unit: "%"
    grade: measured
    time: 2026-02-09T10:00:00Z
    environment: shadow
    commit: 8c51dfa
    command: npm run bench
${more}`;

const programme = `team:
  - { id: dba, title: Ana, role: DBA }
  - { id: qa, title: Bo, role: QA }
stages:
  - { id: S, title: Etapa, status: in progress }
`;

/** A project in a repository whose gate two people can sign. */
export interface SignedProject {
  readonly folder: string;
  readonly ana: SshKey;
  readonly bo: SshKey;
  readonly git: (...words: readonly string[]) => string;
  readonly commit: (message: string, files?: Readonly<Record<string, string>>) => string;
  readonly remove: () => void;
}

/** Lays the project and commits it; `files` are added or put in place of its own. */
export function layProject(files: Readonly<Record<string, string>> = {}): SignedProject {
  const home = mkdtempSync(join(tmpdir(), "rastro-gate-"));
  const folder = join(home, "project");
  const keyIn = (name: string): SshKey => {
    writeFiles(home, { [`${name}/.keep`]: "" });
    return sshKey("ed25519", join(home, name));
  };
  const [ana, bo] = [keyIn("ana"), keyIn("bo")];
  writeFiles(home, { "project/.keep": "" });
  const repository = gitRepository(folder);
  repository.commit("feat: the programme", {
    "rastro.config.yaml": "language: en\nsources:\n  programme: [dados]\n",
    "dados/programa.yaml": programme,
    "dados/medicoes.yaml": measurement(),
    "dados/gates/G.gate.yaml": policy(),
    "dados/gates/allowed_signers": `ana@example.org ${ana.line}\nbo@example.org ${bo.line}\n`,
    ...files,
  });
  return {
    ...{ folder, ana, bo },
    git: repository.git,
    commit: repository.commit,
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}

/** How a gate of a project is judged, and by what. */
export interface Asked {
  readonly gate?: string;
  readonly now?: string;
  readonly trustedRef?: string;
}

/** The project as it is, judged. */
export async function judgeProject(
  folder: string,
  { gate = "G", now: moment = now, trustedRef = "main" }: Asked = {},
): Promise<JudgedProject> {
  const { value: settings } = loadSettings(join(folder, "rastro.config.yaml"), {
    asOf: "2026-02-10",
  });
  if (settings === undefined) throw new Error("the settings of the test cannot be read");
  const { value } = await judge(settings, { wanted: gate, trustedRef, now: () => moment });
  return value.projects[0]!;
}

/** The findings about the project, each as its code and where it points. */
export async function findingsOf(folder: string): Promise<readonly string[]> {
  const { value: settings } = loadSettings(join(folder, "rastro.config.yaml"), {
    asOf: "2026-02-10",
  });
  const { diagnostics } = await judge(settings!, { wanted: "G", trustedRef: "main" });
  return diagnostics.map(({ code, file, line }) => `${code} ${file ?? ""}:${String(line ?? "")}`);
}

export async function judgeGate(folder: string, asked: Asked = {}): Promise<GateResult> {
  const { evaluation } = await judgeProject(folder, asked);
  return evaluation.gates.get(`gate:${asked.gate ?? "G"}`)!;
}

/** Writes the next statement about a gate, as `rastro gate statement` does, and gives its digest. */
export async function writeStatement(folder: string, asked: Asked = {}): Promise<string> {
  const { gate = "G" } = asked;
  const project = await judgeProject(folder, asked);
  const item = project.graph.items.get(`gate:${gate}`) as Item<"gate">;
  const files = project.gateFiles.get(item.id)!;
  const statement = stateGate(project, item, { files, asOf: "2026-02-10" });
  const bytes = canonicalBytes(statement);
  const path = `dados/gates/${gate}/${statement.predicate.sequence}/statement.json`;
  writeFiles(folder, { [path]: bytes.toString("utf8") });
  return sha256(bytes);
}

/** What a test signs; the rest is as it should be. */
export interface Signing {
  readonly key: SshKey;
  readonly statement: string;
  readonly role?: string;
  readonly principal?: string;
  readonly more?: Readonly<Record<string, unknown>>;
  readonly namespace?: string;
  readonly folder?: string;
  /** The name of the file; after role and principal when absent. */
  readonly file?: string;
}

/** Writes a sign-off and its signature by `ssh-keygen`. */
export function writeSignOff(folder: string, signing: Signing): string {
  const { key, statement, role = "dba", principal = "ana@example.org", more = {} } = signing;
  const bytes = canonicalBytes({
    ...{ statement: `sha256:${statement}`, gate: "G", sequence: 1, decision: "GO" },
    ...{ role, principal, signedAt: "2026-02-10T11:00:00Z", ...more },
  });
  const { file = `${role}.${principal}` } = signing;
  const path = `${signing.folder ?? "dados/gates/G/1"}/signoffs/${file}.json`;
  const signature = key.sign(bytes, signing.namespace ?? namespace);
  writeFiles(folder, { [path]: bytes.toString("utf8"), [`${path}.sig`]: signature });
  return path;
}

/** A statement and both signatures, committed. */
export async function signBoth({ folder, ana, bo, commit }: SignedProject): Promise<string> {
  const statement = await writeStatement(folder);
  writeSignOff(folder, { key: ana, statement });
  writeSignOff(folder, { key: bo, statement, role: "qa", principal: "bo@example.org" });
  commit("docs: the decision");
  return statement;
}

/** A clone of a project, as `git clone` makes it with these options. */
export function cloneOf({ folder }: SignedProject, ...options: readonly string[]): string {
  const target = `${mkdtempSync(join(tmpdir(), "rastro-clone-"))}/project`;
  execFileSync("git", ["clone", "--quiet", ...options, `file://${folder}`, target], {
    stdio: "ignore",
  });
  return target;
}
