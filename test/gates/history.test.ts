import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { GateResult } from "../../generator/model/evaluation.ts";
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
import { hasSshKeygen, type SshKey, sshKey, sshKeygenHint } from "../support/ssh-keys.ts";

const remove: (() => void)[] = [];
afterAll(() => {
  for (const each of remove) each();
});

const lay = (files: Readonly<Record<string, string>> = {}): SignedProject => {
  const project = layProject(files);
  remove.push(project.remove);
  return project;
};
const signed = async (): Promise<SignedProject> => {
  const project = lay();
  await signBoth(project);
  return project;
};
const clone = (project: SignedProject): string => {
  const folder = cloneOf(project);
  remove.push(() => {
    rmSync(dirname(folder), { recursive: true, force: true });
  });
  return folder;
};

const own = "dados/gates/G/1/signoffs";
const ofBo = `${own}/qa.bo@example.org.json`;
const bo = { role: "qa", principal: "bo@example.org" } as const;

const reasonsOf = ({ signOff }: GateResult): Readonly<Record<string, string>> =>
  Object.fromEntries(signOff.signatures.map(({ role, reason }) => [role ?? "?", reason]));

describe.runIf(hasSshKeygen)(`a decision that the trusted ref had${sshKeygenHint}`, () => {
  const lost = (changes: object): object => ({
    verdict: "UNDETERMINED",
    signOff: {
      state: "tampered",
      fault: "decision-lost",
      changes: { added: [], changed: [], removed: [], ...changes },
    },
  });

  test("is missed when it is deleted, though it was the only one", async () => {
    const folder = clone(await signed());
    rmSync(join(folder, "dados/gates/G"), { recursive: true });
    const { signOff, verdict } = await judgeGate(folder);
    expect({ verdict, fault: signOff.fault }).toEqual({
      ...{ verdict: "UNDETERMINED", fault: "decision-lost" },
    });
    expect(signOff.changes.removed).toContain("dados/gates/G/1/statement.json");
    expect(signOff.changes.removed).toContain(ofBo);
    expect(await findingsOf(folder)).toContain("evaluate/gate-tampered dados/gates/G.gate.yaml:1");
  });

  test("is missed though the deletion itself has reached the trusted ref", async () => {
    const project = await signed();
    rmSync(join(project.folder, "dados/gates/G"), { recursive: true });
    project.commit("chore: tidy up");
    expect((await judgeGate(project.folder)).signOff.fault).toBe("decision-lost");
  });

  test("is missed when the newest one goes and the one before it would count again", async () => {
    const project = await signed();
    writeFiles(project.folder, { "dados/medicoes.yaml": measurement(-14) });
    const statement = await writeStatement(project.folder);
    const second = { statement, folder: "dados/gates/G/2" };
    const no = { decision: "NO-GO", sequence: 2 };
    writeSignOff(project.folder, { ...second, key: project.bo, ...bo, more: no });
    project.commit("docs: the second decision");
    expect((await judgeGate(project.folder)).verdict).toBe("NO-GO");
    const folder = clone(project);
    rmSync(join(folder, "dados/gates/G/2"), { recursive: true });
    writeFiles(folder, { "dados/medicoes.yaml": measurement() });
    expect((await judgeGate(folder)).signOff).toMatchObject({ fault: "decision-lost" });
  });

  test("keeps every NO-GO, however it is taken away", async () => {
    const project = lay();
    const statement = await writeStatement(project.folder);
    writeSignOff(project.folder, { key: project.ana, statement });
    const no = { key: project.bo, statement, ...bo, more: { decision: "NO-GO" } };
    writeSignOff(project.folder, no);
    project.commit("docs: the decision");
    expect((await judgeGate(project.folder)).verdict).toBe("NO-GO");
    const erased = clone(project);
    rmSync(join(erased, ofBo));
    expect(await judgeGate(erased)).toMatchObject(lost({ removed: [ofBo] }));
    const unsigned = clone(project);
    rmSync(join(unsigned, `${ofBo}.sig`));
    expect(await judgeGate(unsigned)).toMatchObject(lost({ removed: [`${ofBo}.sig`] }));
    const overwritten = clone(project);
    writeSignOff(overwritten, { key: project.bo, statement, ...bo });
    expect(await judgeGate(overwritten)).toMatchObject(lost({ changed: [ofBo] }));
    const restated = clone(project);
    const path = "dados/gates/G/1/statement.json";
    const text = readFileSync(join(restated, path), "utf8");
    writeFileSync(join(restated, path), text.replace('"asOf":"2026-02-10"', '"asOf":"2026-02-09"'));
    expect(await judgeGate(restated)).toMatchObject(lost({ changed: [path] }));
  });

  test("may go when nobody whom the list knows has signed it", async () => {
    const project = lay();
    await writeStatement(project.folder);
    const stranger = { key: sshKey(), statement: "0".repeat(64) };
    writeSignOff(project.folder, stranger);
    project.commit("docs: a draft");
    rmSync(join(project.folder, "dados/gates/G"), { recursive: true });
    project.commit("docs: no draft");
    expect(await judgeGate(project.folder)).toMatchObject({
      verdict: "PENDING",
      signOff: { state: "unsigned" },
    });
  });

  test("is not expected of a branch that was never merged", async () => {
    const project = lay();
    project.git("checkout", "--quiet", "-b", "draft");
    await signBoth(project);
    project.git("checkout", "--quiet", "main");
    expect((await judgeGate(project.folder)).signOff.state).toBe("unsigned");
  });
});

describe.runIf(hasSshKeygen)(`after a change of signers or policy${sshKeygenHint}`, () => {
  const list = (...lines: readonly (readonly [string, SshKey])[]) => ({
    "dados/gates/allowed_signers": lines.map(([name, { line }]) => `${name} ${line}\n`).join(""),
  });
  const [ana, second] = ["ana@example.org", { sequence: 2 }] as const;

  /** A second decision under what the trusted ref has by now, signed with these keys. */
  async function decideAgain(
    project: SignedProject,
    ...signings: readonly Partial<Parameters<typeof writeSignOff>[1]>[]
  ): Promise<GateResult> {
    const { folder } = project;
    writeFiles(folder, { "dados/medicoes.yaml": measurement(-14) });
    const statement = await writeStatement(folder);
    const place = { statement, folder: "dados/gates/G/2", more: second };
    for (const signing of signings) {
      writeSignOff(folder, { key: project.ana, ...place, ...signing });
    }
    return judgeGate(folder);
  }

  test("a key that is new does not count for a statement that was made before", async () => {
    const eva = sshKey();
    const project = lay();
    const statement = await writeStatement(project.folder);
    project.commit(
      "chore: a key",
      list([ana, project.ana], [ana, eva], [bo.principal, project.bo]),
    );
    writeSignOff(project.folder, { key: eva, statement });
    writeSignOff(project.folder, { key: project.bo, statement, ...bo });
    const result = await judgeGate(project.folder);
    expect([result.verdict, reasonsOf(result)]).toEqual([
      "PENDING",
      { dba: "key-later", qa: "counts" },
    ]);
  });

  test("those who had to sign before have to sign too", async () => {
    const eva = sshKey();
    const project = await signed();
    project.commit("chore: another key", list([ana, eva], [bo.principal, project.bo]));
    const alone = await decideAgain(project, { key: eva }, { key: project.bo, ...bo });
    expect(alone).toMatchObject({
      verdict: "PENDING",
      because: ["signers-changed"],
      signOff: { state: "valid", handOver: { sequence: 1, isComplete: false } },
    });
    expect(alone.signOff.handOver?.quorum.map(({ counted }) => counted)).toEqual([0, 1]);
    expect(await findingsOf(project.folder)).toContain(
      "evaluate/gate-signers-changed dados/gates/G.gate.yaml:1",
    );
    // The key that was there before agrees, in a file of its own.
    const { digest = "" } = alone.signOff;
    writeSignOff(project.folder, {
      ...{ key: project.ana, statement: digest, folder: "dados/gates/G/2" },
      more: { ...second, comment: "a minha chave mudou" },
      file: "dba.ana-before",
    });
    const both = await judgeGate(project.folder);
    expect(both).toMatchObject({ verdict: "GO", signOff: { handOver: { isComplete: true } } });
    expect(both.signOff.signatures.map(({ reason }) => reason)).toContain("hands-over");
  });

  test("who signs with both keys counts once, and agrees with the old one", async () => {
    const eva = sshKey();
    const project = await signed();
    project.commit(
      "chore: another key",
      list([ana, project.ana], [ana, eva], [bo.principal, project.bo]),
    );
    const before = { file: "dba.ana@example.org.old" };
    const result = await decideAgain(project, { key: eva }, before, { key: project.bo, ...bo });
    const reasons = result.signOff.signatures.map(({ reason }) => reason).toSorted();
    expect([result.verdict, ...reasons]).toEqual(["GO", "counts", "counts", "hands-over"]);
  });

  test("a second unapproved decision is no more worth than the first", async () => {
    const eva = sshKey();
    const project = await signed();
    project.commit("chore: another key", list([ana, eva], [bo.principal, project.bo]));
    await decideAgain(project, { key: eva }, { key: project.bo, ...bo });
    project.commit("docs: the second decision");
    writeFiles(project.folder, { "dados/medicoes.yaml": measurement(-13) });
    const statement = await writeStatement(project.folder);
    const third = { statement, folder: "dados/gates/G/3", more: { sequence: 3 } };
    writeSignOff(project.folder, { ...third, key: eva });
    writeSignOff(project.folder, { ...third, key: project.bo, ...bo });
    expect(await judgeGate(project.folder)).toMatchObject({
      verdict: "PENDING",
      signOff: { sequence: 3, handOver: { sequence: 1, isComplete: false } },
    });
  });

  test("a policy that was loosened needs those whom it asked before", async () => {
    const project = await signed();
    const loose = policy().replace(
      "  - { role: qa, min: 1, principals: [bo@example.org], veto: true }\n",
      "",
    );
    project.commit("chore: one signature is enough", { "dados/gates/G.gate.yaml": loose });
    const withBo = { key: project.bo, ...bo };
    const other = { ...project, folder: clone(project) };
    expect(await decideAgain(project, {})).toMatchObject({
      verdict: "PENDING",
      because: ["signers-changed"],
    });
    expect(await decideAgain(other, {}, withBo)).toMatchObject({
      verdict: "GO",
      signOff: { handOver: { sequence: 1, isComplete: true } },
    });
  });

  test("nobody has to agree that a key is struck off", async () => {
    const eva = sshKey();
    const before = { "dados/gates/allowed_signers": "" };
    const project = lay(before);
    const { ana: key, bo: other } = project;
    project.commit("chore: keys", list([ana, key], [ana, eva], [bo.principal, other]));
    await signBoth(project);
    project.commit("chore: a key less", list([ana, key], [bo.principal, other]));
    const result = await decideAgain(project, {}, { key: other, ...bo });
    expect(result.verdict).toBe("GO");
    expect(result.signOff.handOver).toBeUndefined();
  });

  test("a list that the trusted ref never had is nobody's", async () => {
    const eva = sshKey();
    const project = lay();
    const { folder } = project;
    const gil = sshKey();
    project.git("checkout", "--quiet", "-b", "fork");
    project.commit("chore: own keys", list([ana, eva], [bo.principal, gil]));
    const trustedRef = "fork";
    const statement = await writeStatement(folder, { trustedRef });
    writeSignOff(folder, { key: eva, statement });
    writeSignOff(folder, { key: gil, statement, ...bo });
    expect((await judgeGate(folder, { trustedRef })).verdict).toBe("GO");
    expect(await judgeGate(folder)).toMatchObject({
      verdict: "UNDETERMINED",
      signOff: { state: "tampered", fault: "unknown-root" },
    });
  });

  test("what was revoked once stays revoked", async () => {
    const project = await signed();
    project.commit("chore: lost", { "dados/gates/revoked_keys": `${project.ana.line}\n` });
    project.commit("chore: found", { "dados/gates/revoked_keys": "# nobody\n" });
    const result = await judgeGate(project.folder);
    expect([result.verdict, reasonsOf(result)["dba"]]).toEqual(["PENDING", "revoked"]);
  });
});

describe.runIf(hasSshKeygen)(`the time of a sign-off${sshKeygenHint}`, () => {
  /** Signed by both, with a key of Ana's that is valid until a day. */
  async function signedUntil(before: string): Promise<SignedProject> {
    const project = lay();
    const { ana: key, bo: other } = project;
    const until = `ana@example.org valid-before="${before}" ${key.line}\n`;
    const lines = `${until}bo@example.org ${other.line}\n`;
    project.commit("chore: a key for a time", { "dados/gates/allowed_signers": lines });
    const statement = await writeStatement(project.folder);
    const signedAt = "2026-01-03T09:00:00Z";
    writeSignOff(project.folder, { key, statement, more: { signedAt } });
    writeSignOff(project.folder, { key: other, statement, ...bo, more: { signedAt } });
    return project;
  }

  /** Commits everything as somebody whose clock says what they like. */
  function commitOn(folder: string, date: string): void {
    const who = { GIT_COMMITTER_NAME: "Eva", GIT_COMMITTER_EMAIL: "eva@example.org" };
    const own = { GIT_AUTHOR_NAME: "Eva", GIT_AUTHOR_EMAIL: "eva@example.org" };
    const env = { ...process.env, ...who, ...own, GIT_COMMITTER_DATE: date };
    execFileSync("git", ["add", "--all"], { cwd: folder });
    execFileSync("git", ["commit", "--quiet", "-m", "docs: the decision"], { cwd: folder, env });
  }

  test("is when the trusted ref had it: a key that expired later was valid then", async () => {
    const project = await signedUntil("20260110Z");
    expect(reasonsOf(await judgeGate(project.folder))["dba"]).toBe("key-expired");
    project.commit("docs: the decision");
    const { verdict, signOff } = await judgeGate(project.folder);
    expect(verdict).toBe("GO");
    expect(signOff.signatures[0]?.anchoredAt).toBe("2026-01-04T15:00:00Z");
  });

  test("is no earlier than what was on the trusted ref before, whatever a commit says", async () => {
    const project = lay();
    const { ana: key, bo: other } = project;
    const until = `ana@example.org valid-before="20260103Z" ${key.line}\n`;
    project.commit("chore: a key for a time", {
      "dados/gates/allowed_signers": `${until}bo@example.org ${other.line}\n`,
    });
    project.commit("docs: somebody else's", { "notas.md": "# Notas\n" });
    project.commit("docs: and more", { "notas.md": "# Mais\n" });
    const statement = await writeStatement(project.folder);
    const signedAt = "2026-01-02T09:00:00Z";
    writeSignOff(project.folder, { key: project.ana, statement, more: { signedAt } });
    commitOn(project.folder, "2026-01-02T10:00:00Z");
    const [ana] = (await judgeGate(project.folder)).signOff.signatures;
    expect([ana?.reason, ana?.anchoredAt]).toEqual(["key-expired", "2026-01-05T15:00:00Z"]);
  });

  test("that is claimed later than the history shows gains nobody a day", async () => {
    const project = lay({ "dados/gates/G.gate.yaml": policy("expires-after-days: 30\n") });
    await signBoth(project);
    // Claimed on 10 February, and on the trusted ref since 2 January.
    const { signOff } = await judgeGate(project.folder);
    expect(signOff.signatures.map(({ reason }) => reason)).toEqual(["expired", "expired"]);
  });
});
