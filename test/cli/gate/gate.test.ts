import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeFiles } from "../../support/folder.ts";
import { rastro } from "../../support/rastro.ts";
import { layProject, measurement, policy, type SignedProject } from "../../support/signed-gate.ts";
import { hasSshKeygen, sshKeygenHint } from "../../support/ssh-keys.ts";

let project: SignedProject;
const gate = (...words: readonly string[]) => rastro(project.folder, ["gate", ...words]);

beforeAll(() => {
  if (!hasSshKeygen) return;
  const question = '  - { id: G-C3, title: Ensaio, question: "Rehearsed?", role: dba }\n';
  project = layProject({ "dados/gates/G.gate.yaml": policy(question) });
});
afterAll(() => project.remove());

describe.runIf(hasSshKeygen)(`rastro gate${sshKeygenHint}`, () => {
  test("status says of each criterion what is asked, what is there and where", () => {
    const { code, stdout } = gate("status", "G");
    expect(code).toBe(3);
    expect(stdout).toContain("Portão (G): PENDING");
    expect(stdout).toContain(
      "✔ G-C1  Rápida [met]\n  observed −15 % · required ≤ −10 % · ● measured",
    );
    expect(stdout).toContain("evidence: M1 (dados/medicoes.yaml:2)");
    const json = JSON.parse(gate("status", "G", "--format", "json").stdout);
    expect(json).toMatchObject({ gate: "G", verdict: "PENDING", findings: [] });
    expect(json.criteria[0]).toMatchObject({
      id: "G-C1",
      result: "met",
      observed: { value: -15, unit: "%" },
      required: { op: "<=", threshold: -10 },
      evidence: { id: "M1", file: "dados/medicoes.yaml", line: 2 },
    });
  });

  test("statement, sign and verify lead to GO, and to nothing less", () => {
    const refused = gate("sign", "G", "--decision", "GO", "--key", project.ana.file);
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining("gate statement G") });
    expect(gate("statement", "G")).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("written: dados/gates/G/1/statement.json"),
    });
    expect(gate("statement", "G").stdout).toContain("up to date");
    const sign = (key: string, ...words: readonly string[]) =>
      gate("sign", "G", "--key", key, ...words);
    expect(sign(project.ana.file)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("say what you decide"),
    });
    expect(sign(project.ana.file, "--decision", "GO").stderr).toContain("--answer G-C3=yes|no");
    expect(sign(project.ana.file, "--decision", "GO", "--answer", "G-C3=yes").code).toBe(0);
    expect(gate("verify", "G").code).toBe(3);
    expect(sign(project.bo.file, "--decision", "GO").code).toBe(0);
    const verified = gate("verify", "G");
    expect(verified.code).toBe(0);
    expect(verified.stdout).toMatch(/✔ dba · ana@example\.org · GO · counts · SHA256:/);
    expect(gate("status", "G").code).toBe(0);
  });

  test("ends with 1 when a condition is signed, unless that is allowed", () => {
    const condition = ["--decision", "GO", "--condition", "repeat in production"];
    expect(gate("sign", "G", "--key", project.bo.file, ...condition).code).toBe(0);
    expect(gate("verify", "G")).toMatchObject({
      code: 1,
      stdout: expect.stringContaining("CONDITIONAL"),
    });
    expect(gate("verify", "G", "--allow-conditional").code).toBe(0);
  });

  test("sign says at once when a signature counts for nothing", () => {
    const { line } = project.ana;
    writeFiles(project.folder, { "dados/gates/revoked_keys": `${line}\n` });
    project.git("add", "dados/gates/revoked_keys");
    project.git("commit", "-qm", "chore: lost");
    const refused = gate("sign", "G", "--key", project.ana.file, "--decision", "NO-GO");
    expect(refused).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("the signature was made, but does not count: the key is rev"),
    });
    project.git("reset", "--quiet", "--hard", "HEAD~1");
  });

  test("never writes over a decision that everybody has seen, nor forgets one", () => {
    project.git("add", "--all");
    project.git("commit", "-qm", "docs: the decision");
    const again = ["sign", "G", "--key", project.bo.file, "--decision", "GO"];
    expect(gate(...again)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("to decide anew: rastro gate statement G --new"),
    });
    const signOff = "dados/gates/G/1/signoffs/qa.bo@example.org.json";
    rmSync(join(project.folder, signOff));
    expect(gate("statement", "G")).toMatchObject({
      code: 4,
      stderr: expect.stringContaining(`bring it back\n  - ${signOff}`),
    });
    expect(gate(...again).code).toBe(4);
    expect(gate("verify", "G").stdout).toContain(`TAMPERED (1): what the trusted ref had of it`);
    project.git("checkout", "--quiet", signOff);
    expect(gate("statement", "G").stdout).toContain("up to date");
    expect(gate("statement", "G", "--new").stdout).toContain("written: dados/gates/G/2/statement");
    expect(gate(...again).code).toBe(0);
    const verified = gate("verify", "G").stdout;
    expect(verified).toMatch(/✔ qa · bo@example\.org · GO · counts · SHA256:\S+ · \d{4}-/);
    rmSync(join(project.folder, "dados/gates/G/2"), { recursive: true });
    project.git("reset", "--quiet", "HEAD~1");
  });

  test("ends with 4 when the statement was edited", () => {
    writeFiles(project.folder, { "dados/gates/G/1/statement.json": "{}\n" });
    expect(gate("verify", "G")).toMatchObject({
      code: 4,
      stdout: expect.stringContaining("TAMPERED"),
    });
  });

  test("gives check its exit code where the settings require it, and NO-GO is 1", () => {
    const settings = "language: en\nsources:\n  programme: [dados]\ncheck:\n  requireGates: ";
    const check = (gates: string) => {
      writeFiles(project.folder, { "rastro.config.yaml": `${settings}${gates}\n` });
      return rastro(project.folder, ["check"]);
    };
    expect(check("[]").code).toBe(0);
    expect(check("[G]")).toMatchObject({
      code: 4,
      stdout: expect.stringContaining("G: UNDETERMINED"),
    });
    project.git("checkout", "--quiet", ".");
    project.git("clean", "-qfd");
    expect(check("[G]").code).toBe(3);
    writeFiles(project.folder, { "dados/medicoes.yaml": measurement(-8) });
    expect(check('[":G"]')).toMatchObject({ code: 1, stdout: expect.stringContaining("G: NO-GO") });
    const unknown = check("[H]");
    expect(unknown).toMatchObject({
      code: 1,
      stdout: expect.stringContaining("config/unknown-gate"),
    });
  });

  test("names what it knows when asked for what it does not know", () => {
    expect(gate("status", "H")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("unknown gate: H; there are G"),
    });
    expect(gate("open", "G").code).toBe(2);
    expect(gate("sign", "G", "--decision", "GO", "--key", join(project.folder, "x")).code).not.toBe(
      0,
    );
  });
});
