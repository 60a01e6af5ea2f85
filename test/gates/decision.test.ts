import { writeFileSync, readFileSync, rmSync, cpSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeFiles } from "../support/folder.ts";
import {
  cloneOf,
  findingsOf,
  judgeGate,
  layProject,
  measurement,
  policy,
  signBoth,
  type SignedProject,
  writeSignOff,
  writeStatement,
} from "../support/signed-gate.ts";
import { hasSshKeygen, sshKey, sshKeygenHint } from "../support/ssh-keys.ts";

const projects: SignedProject[] = [];
const clones: string[] = [];
const lay = (files: Readonly<Record<string, string>> = {}): SignedProject => {
  const project = layProject(files);
  projects.push(project);
  return project;
};
const clone = (project: SignedProject, ...options: readonly string[]): string => {
  const folder = cloneOf(project, ...options);
  clones.push(dirname(folder));
  return folder;
};
afterAll(() => {
  for (const project of projects) project.remove();
  for (const folder of clones) rmSync(folder, { recursive: true, force: true });
});

/** What somebody is told about a gate, by the codes of the findings. */
const findings = async (folder: string): Promise<readonly string[]> =>
  (await findingsOf(folder)).map((each) => each.split(" ", 1)[0] ?? "");

/** Why each signature counts or not, by role. */
const reasons = async (folder: string, asked = {}): Promise<Readonly<Record<string, string>>> => {
  const { verdict, signOff } = await judgeGate(folder, asked);
  const found = signOff.signatures.map(({ role, reason }) => [role ?? "?", reason]);
  return { verdict, ...(Object.fromEntries(found) as Record<string, string>) };
};

describe.runIf(hasSshKeygen)(`a decision that both roles signed${sshKeygenHint}`, () => {
  let project: SignedProject;
  beforeAll(async () => {
    project = lay();
    await signBoth(project);
  });

  test("is GO", async () => {
    expect(await judgeGate(project.folder)).toMatchObject({
      verdict: "GO",
      because: ["all-met"],
      signOff: { state: "valid", sequence: 1 },
    });
  });

  test("is GO in a checkout with the line ends of Windows", async () => {
    const folder = clone(project, "--config", "core.autocrlf=true");
    expect(readFileSync(join(folder, "dados/medicoes.yaml"), "utf8")).toContain("\r\n");
    expect((await judgeGate(folder)).verdict).toBe("GO");
  });

  test("cannot be judged in a shallow clone", async () => {
    const folder = clone(project, "--depth", "1");
    expect(await judgeGate(folder)).toMatchObject({
      verdict: "UNDETERMINED",
      because: ["no-trust", "signatures-missing"],
      trust: { isKnown: false, why: "shallow" },
      signOff: { state: "unjudged" },
    });
    expect(await findings(folder)).toContain("evaluate/gate-untrusted");
  });

  test("cannot be judged without a repository, nor by a ref that is not there", async () => {
    const folder = clone(project);
    expect((await judgeGate(folder, { trustedRef: "release" })).trust).toMatchObject({
      why: "no-trusted-ref",
    });
    rmSync(join(folder, ".git"), { recursive: true });
    expect(await judgeGate(folder)).toMatchObject({
      verdict: "UNDETERMINED",
      trust: { why: "no-git" },
    });
  });

  test("is stale when a file of its scope changes, and says which", async () => {
    const folder = clone(project);
    writeFiles(folder, { "dados/novo.yaml": "risks: []\n" });
    writeFileSync(join(folder, "dados/medicoes.yaml"), measurement(-14));
    const { verdict, signOff } = await judgeGate(folder);
    expect({ verdict, ...signOff }).toMatchObject({
      verdict: "PENDING",
      state: "stale",
      fault: "scope-changed",
      changes: { added: ["dados/novo.yaml"], changed: ["dados/medicoes.yaml"], removed: [] },
    });
    expect(await findings(folder)).toContain("evaluate/gate-stale");
  });

  test("does not care about files outside its scope", async () => {
    const folder = clone(project);
    writeFiles(folder, { "notas.md": "# Notas\n" });
    expect((await judgeGate(folder)).verdict).toBe("GO");
  });

  test("is NO-GO again when a later run misses, whoever signed", async () => {
    const folder = clone(project);
    const later = measurement(-8).replace("02-09T10", "02-09T11").replace("M1", "M2");
    writeFiles(folder, { "dados/depois.yaml": later });
    expect((await judgeGate(folder)).verdict).toBe("NO-GO");
  });

  test("is undetermined when a file cannot be read", async () => {
    const folder = clone(project);
    writeFiles(folder, { "dados/quebrado.yaml": "blockers: [\n" });
    expect(await judgeGate(folder)).toMatchObject({ verdict: "UNDETERMINED" });
    expect((await judgeGate(folder)).because).toContain("defects");
  });

  test("counts a signer only once the trusted ref knows the key", async () => {
    const { folder, bo } = lay();
    const eva = sshKey();
    const list = join(folder, "dados/gates/allowed_signers");
    writeFileSync(list, `${readFileSync(list, "utf8")}ana@example.org ${eva.line}\n`);
    const statement = await writeStatement(folder);
    writeSignOff(folder, { key: eva, statement });
    writeSignOff(folder, { key: bo, statement, role: "qa", principal: "bo@example.org" });
    expect(await reasons(folder)).toEqual({
      verdict: "PENDING",
      dba: "unknown-key",
      qa: "counts",
    });
    expect(await findings(folder)).toContain("evaluate/signature-refused");
  });

  test("is judged by the policy of the trusted ref, not by one that the change loosens", async () => {
    const folder = clone(project);
    writeFiles(folder, {
      "dados/gates/G.gate.yaml": policy().replace("threshold: -10", "threshold: 0"),
      "dados/medicoes.yaml": measurement(-5),
    });
    expect(await judgeGate(folder)).toMatchObject({ verdict: "NO-GO", policyDiffers: true });
    expect(await findings(folder)).toContain("evaluate/gate-policy-differs");
    const { folder: other, ana } = lay();
    writeSignOff(other, { key: ana, statement: await writeStatement(other) });
    const second = "{ role: qa, min: 1, principals: [bo@example.org], veto: true }";
    writeFiles(other, { "dados/gates/G.gate.yaml": policy().replace(`  - ${second}\n`, "") });
    expect(await judgeGate(other)).toMatchObject({ verdict: "PENDING", policyDiffers: true });
  });

  test("is not that of another gate or round", async () => {
    const folder = clone(project);
    const from = join(folder, "dados/gates/G/1");
    cpSync(from, join(folder, "dados/gates/G/2"), { recursive: true });
    expect(await judgeGate(folder)).toMatchObject({
      verdict: "UNDETERMINED",
      signOff: { state: "tampered", fault: "other-gate" },
    });
    expect(await findings(folder)).toContain("evaluate/gate-tampered");
    rmSync(join(folder, "dados/gates/G"), { recursive: true });
    const statement = await writeStatement(folder);
    const signing = { key: project.ana, statement };
    writeSignOff(folder, { ...signing, more: { gate: "H" } });
    expect((await reasons(folder))["dba"]).toBe("other-statement");
    writeSignOff(folder, { ...signing, more: { sequence: 2 } });
    expect((await reasons(folder))["dba"]).toBe("other-statement");
    writeSignOff(folder, { ...signing, namespace: "git" });
    expect((await reasons(folder))["?"]).toBe("other-namespace");
  });

  test("needs the decisions before it, unchanged", async () => {
    const { folder, ana: key } = lay();
    writeSignOff(folder, { key, statement: await writeStatement(folder) });
    const digest = await signAgain(folder);
    expect(await judgeGate(folder)).toMatchObject({
      verdict: "PENDING",
      signOff: { state: "valid", sequence: 2, digest },
    });
    const second = readFileSync(join(folder, "dados/gates/G/2/statement.json"), "utf8");
    expect(JSON.parse(second).predicate.changesSince).toEqual({
      ...{ gate: "G", sequence: 1 },
      ...{ added: 0, changed: 1, removed: 0 },
    });
    const earlier = join(folder, "dados/gates/G/1/signoffs/dba.ana@example.org.json.sig");
    writeFileSync(earlier, readFileSync(earlier, "utf8").replace("SSH SIG", "SSH sig"));
    expect((await judgeGate(folder)).signOff).toMatchObject({ fault: "broken-chain" });
    rmSync(join(folder, "dados/gates/G/1"), { recursive: true });
    expect((await judgeGate(folder)).signOff).toMatchObject({ fault: "broken-chain" });
  });

  test("needs all decisions before it, not only the last", async () => {
    const { folder, ana: key } = lay();
    writeSignOff(folder, { key, statement: await writeStatement(folder) });
    const place = { folder: "dados/gates/G/2", more: { sequence: 2 } };
    writeSignOff(folder, { key, statement: await signAgain(folder), ...place });
    writeFiles(folder, { "dados/medicoes.yaml": measurement(-13) });
    await writeStatement(folder);
    expect((await judgeGate(folder)).signOff).toMatchObject({ state: "valid", sequence: 3 });
    const first = join(folder, "dados/gates/G/1/signoffs/dba.ana@example.org.json");
    writeFileSync(first, readFileSync(first, "utf8").replace("GO", "NO-GO"));
    expect((await judgeGate(folder)).signOff).toMatchObject({ fault: "broken-chain" });
  });

  /** Makes the first decision stale, and a second statement. */
  const signAgain = (folder: string): Promise<string> => {
    writeFiles(folder, { "dados/medicoes.yaml": measurement(-14) });
    return writeStatement(folder);
  };
});

describe.runIf(hasSshKeygen)("a signature counts", () => {
  /** A project with a statement, whose trusted ref has these files. */
  const stated = async (files: (project: SignedProject) => Readonly<Record<string, string>>) => {
    const project = lay();
    project.commit("chore: trust", files(project));
    const statement = await writeStatement(project.folder);
    const { ana, bo, folder } = project;
    writeSignOff(folder, { key: bo, statement, role: "qa", principal: "bo@example.org" });
    return { ...project, statement, ana };
  };
  const signers = (project: SignedProject, options = "") => ({
    "dados/gates/allowed_signers":
      `ana@example.org ${options} ${project.ana.line}\n` + `bo@example.org ${project.bo.line}\n`,
  });

  test.each([
    ['valid-before="20260210Z"', "key-expired"],
    ['valid-after="20260211Z"', "key-not-yet-valid"],
    ['namespaces="git"', "unknown-key"],
    ['valid-after="20260101Z",valid-before="20270101Z"', "counts"],
  ])("by a key with %s: %s", async (options, reason) => {
    const project = await stated((own) => signers(own, options));
    writeSignOff(project.folder, { key: project.ana, statement: project.statement });
    expect((await reasons(project.folder))["dba"]).toBe(reason);
  });

  test("never by a key that is revoked, nor by any when the list cannot be read", async () => {
    const project = await stated((own) => ({ "dados/gates/revoked_keys": `${own.ana.line}\n` }));
    writeSignOff(project.folder, { key: project.ana, statement: project.statement });
    expect(await reasons(project.folder)).toEqual({
      verdict: "PENDING",
      dba: "revoked",
      qa: "counts",
    });
    project.commit("chore: break", { "dados/gates/revoked_keys": "nonsense\n" });
    expect((await judgeGate(project.folder)).because).toContain("unreadable-revocations");
  });

  test("once, though one key stands under two names", async () => {
    const project = await stated((own) => ({
      "dados/gates/allowed_signers": `ana@example.org,bo@example.org ${own.ana.line}\n`,
    }));
    const { folder, ana: key, statement } = project;
    writeSignOff(folder, { key, statement });
    writeSignOff(folder, { key, statement, role: "qa", principal: "bo@example.org" });
    const { verdict, signOff } = await judgeGate(folder);
    expect(verdict).toBe("PENDING");
    expect(signOff.quorum.map(({ counted }) => counted)).toEqual([1, 0]);
    expect(signOff.signatures.map(({ reason }) => reason)).toEqual(["counts", "counted-already"]);
  });

  test("in the role that the policy gives its principal, and in no other", async () => {
    const project = await stated(signers);
    writeSignOff(project.folder, { key: project.ana, statement: project.statement, role: "qa" });
    const { signOff } = await judgeGate(project.folder);
    expect(signOff.signatures.map(({ reason }) => reason)).toContain("role-not-allowed");
  });

  test("not when it was made in the future, nor when it is too old", async () => {
    const project = await stated((own) => ({
      ...signers(own),
      "dados/gates/G.gate.yaml": policy("expires-after-days: 30\n"),
    }));
    const { folder, ana: key, statement } = project;
    writeSignOff(folder, { key, statement });
    expect((await reasons(folder))["dba"]).toBe("counts");
    expect((await reasons(folder, { now: "2026-03-13T12:00:00Z" }))["dba"]).toBe("expired");
    // A day lasts until it is over.
    expect((await reasons(folder, { now: "2026-02-10" }))["dba"]).toBe("counts");
    expect((await reasons(folder, { now: "2026-02-09" }))["dba"]).toBe("from-the-future");
    writeSignOff(folder, { key, statement, more: { signedAt: "2026-02-11T00:00:00Z" } });
    expect((await reasons(folder))["dba"]).toBe("from-the-future");
  });

  test("not by who wrote what is signed, where the policy says so", async () => {
    const project = await stated((own) => ({
      ...signers(own),
      "dados/gates/allowed_signers": `ana@example.org,Joana@example.invalid ${own.ana.line}\n`,
      "dados/gates/G.gate.yaml": policy().replace("role: dba,", "role: dba, not-authors: true,"),
    }));
    writeSignOff(project.folder, { key: project.ana, statement: project.statement });
    expect((await reasons(project.folder))["dba"]).toBe("author");
  });

  test("against the gate, when a role with a veto says NO-GO; of another role it is missing", async () => {
    const project = await stated(signers);
    const { folder, ana, bo, statement } = project;
    const no = { decision: "NO-GO" };
    writeSignOff(folder, { key: ana, statement, more: no });
    expect(await reasons(folder)).toMatchObject({ verdict: "PENDING", dba: "no-go" });
    const principal = "bo@example.org";
    writeSignOff(folder, { key: bo, statement, role: "qa", principal, more: no });
    expect(await reasons(folder)).toMatchObject({ verdict: "NO-GO", qa: "no-go" });
  });

  test("with its conditions, which leave the gate conditional", async () => {
    const project = await stated(signers);
    const more = { conditions: ["repetir Q3 na produção"] };
    writeSignOff(project.folder, { key: project.ana, statement: project.statement, more });
    expect(await judgeGate(project.folder)).toMatchObject({
      verdict: "CONDITIONAL",
      because: ["conditions"],
    });
  });
});

describe.runIf(hasSshKeygen)("a policy", () => {
  /** Signed by both, with this policy and these measurements. */
  const signed = async (text: string, files: Readonly<Record<string, string>> = {}) => {
    const project = lay({ "dados/gates/G.gate.yaml": text, ...files });
    await signBoth(project);
    return project;
  };
  const waiver = (expires: string, criterion = "G-C1"): string =>
    `waivers:\n  - { criterion: ${criterion}, reason: r, owner: dba, expires: ${expires} }\n`;

  test("with a waiver leaves the gate conditional, until the waiver expires", async () => {
    const missed = { "dados/medicoes.yaml": measurement(-8) };
    const { folder } = await signed(policy(waiver("2026-02-28")), missed);
    expect(await judgeGate(folder)).toMatchObject({
      verdict: "CONDITIONAL",
      because: ["waived"],
      waivers: [{ state: "in-force", daysLeft: 18 }],
    });
    expect(await judgeGate(folder, { now: "2026-03-01T00:00:00Z" })).toMatchObject({
      verdict: "NO-GO",
      waivers: [{ state: "expired" }],
    });
  });

  test("lets nobody waive a criterion that is not waivable", async () => {
    const blocked = {
      "dados/bloqueio.yaml": "blockers: [{ id: B, title: B, blocks: S, level: 1 }]\n",
    };
    const { folder } = await signed(policy(waiver("2026-02-28", "G-C2")), blocked);
    expect(await judgeGate(folder)).toMatchObject({
      verdict: "NO-GO",
      waivers: [{ state: "not-waivable" }],
    });
    expect(await findings(folder)).toContain("evaluate/waiver-void");
  });

  test("that asks a question needs a yes, under the signature of the role", async () => {
    const question = '  - { id: G-C3, title: Ensaio, question: "Ensaiada?", role: dba }\n';
    const project = lay({ "dados/gates/G.gate.yaml": policy(question) });
    const { folder, ana, bo } = project;
    const statement = await writeStatement(folder);
    const principal = "bo@example.org";
    const answers = { answers: { "G-C3": true } };
    writeSignOff(folder, { key: bo, statement, role: "qa", principal, more: answers });
    writeSignOff(folder, { key: ana, statement });
    expect(await judgeGate(folder)).toMatchObject({
      verdict: "PENDING",
      because: ["questions-open"],
    });
    writeSignOff(folder, { key: ana, statement, more: answers });
    expect((await judgeGate(folder)).verdict).toBe("GO");
    writeSignOff(folder, { key: ana, statement, more: { answers: { "G-C3": false } } });
    expect((await judgeGate(folder)).verdict).toBe("NO-GO");
  });

  test("that needs another gate needs its GO", async () => {
    const first = policy().replace("id: G\n", "id: F\n").replaceAll("G-C", "F-C");
    const { folder } = await signed(policy("requires: { gates: [F] }\n"), {
      "dados/gates/F.gate.yaml": first,
    });
    expect(await judgeGate(folder)).toMatchObject({
      verdict: "UNDETERMINED",
      because: ["required-undetermined"],
      requires: [{ name: "F", result: "undetermined" }],
    });
  });
});
