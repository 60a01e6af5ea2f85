import { execFileSync } from "node:child_process";
import { afterAll, describe, expect, test } from "vitest";
import {
  findingsOf,
  judgeGate,
  layProject,
  namespace,
  type SignedProject,
  writeSignOff,
  writeStatement,
} from "../support/signed-gate.ts";
import {
  askSshKeygen,
  hasSshKeygen,
  type SshKey,
  sshKey,
  sshKeygenHint,
} from "../support/ssh-keys.ts";

const projects: SignedProject[] = [];
afterAll(() => {
  for (const project of projects) project.remove();
});

describe.runIf(hasSshKeygen)(`a certificate${sshKeygenHint}`, () => {
  /** A key that an authority vouches for: `ssh-keygen` signs with it through an agent alone. */
  function certified(authority: SshKey): SshKey {
    const key = sshKey();
    const words = ["-q", "-s", authority.file, "-I", "ana", "-n", "ana@example.org"];
    execFileSync("ssh-keygen", [...words, `${key.file}.pub`], { stdio: "ignore" });
    const sign: SshKey["sign"] = (message, namespace) => {
      const script = 'ssh-add -q "$0" && ssh-keygen -Y sign -f "$0-cert.pub" -n "$1"';
      const words = ["sh", "-c", script, key.file, namespace];
      return execFileSync("ssh-agent", words, {
        input: message,
        encoding: "utf8",
        stdio: ["pipe", "pipe", "ignore"],
      });
    };
    return { ...key, sign };
  }

  test("signs for nobody, and is named as what it is", async () => {
    const [authority, project] = [sshKey(), layProject()];
    projects.push(project);
    const key = certified(authority);
    const line = `ana@example.org cert-authority ${authority.line}`;
    const allowedSigners = `${line}\nbo@example.org ${project.bo.line}\n`;
    const signature = key.sign("m", namespace);
    const asked = { message: "m", signature, namespace, principal: "ana@example.org" };
    expect(askSshKeygen({ ...asked, allowedSigners })).toBe(true);
    project.commit("chore: an authority", { "dados/gates/allowed_signers": allowedSigners });
    const { folder } = project;
    const statement = await writeStatement(folder);
    writeSignOff(folder, { key, statement });
    writeSignOff(folder, { key: project.bo, statement, role: "qa", principal: "bo@example.org" });
    const result = await judgeGate(folder);
    const reasons = result.signOff.signatures.map(({ reason }) => reason);
    expect([result.verdict, ...reasons]).toEqual(["PENDING", "certificate", "counts"]);
    expect(await findingsOf(folder)).toContain(
      "evaluate/signer-not-understood dados/gates/allowed_signers:1",
    );
  });
});
