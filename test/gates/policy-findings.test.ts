import { afterAll, describe, expect, test } from "vitest";
import { findingsOf, layProject, policy, type SignedProject } from "../support/signed-gate.ts";
import { hasSshKeygen, sshKeygenHint } from "../support/ssh-keys.ts";

const projects: SignedProject[] = [];
afterAll(() => {
  for (const project of projects) project.remove();
});

/** What is said about a project with this policy. */
const said = (text: string): Promise<readonly string[]> => {
  const project = layProject({ "dados/gates/G.gate.yaml": text });
  projects.push(project);
  return findingsOf(project.folder);
};

describe.runIf(hasSshKeygen)(`what somebody wrote into a policy${sshKeygenHint}`, () => {
  test("is found at its line when it can never be signed", async () => {
    const text = policy()
      .replace("dba, min: 1", "dba, min: 2")
      .replace("[bo@example.org]", "[bo@exmaple.org]");
    expect(await said(text)).toEqual([
      "evaluate/quorum-out-of-reach dados/gates/G.gate.yaml:5",
      "evaluate/signer-without-key dados/gates/G.gate.yaml:6",
    ]);
  });

  test("may name people by the role that they have in the team", async () => {
    expect(await said(policy().replace("role: dba", "role: DBA"))).toEqual([]);
    expect(await said(policy().replace("role: dba", "role: DBO"))).toEqual([
      "graph/dangling-reference dados/gates/G.gate.yaml:5",
    ]);
  });

  test("is found where a waiver and a metric are written", async () => {
    const more =
      "waivers:\n  - reason: r\n    owner: dba\n    expires: 2026-02-01\n    criterion: G-C1\n";
    expect(await said(policy(more).replace("metric: q1", "metric: q1x"))).toEqual([
      "evaluate/metric-without-measurement dados/gates/G.gate.yaml:8",
      "evaluate/waiver-void dados/gates/G.gate.yaml:14",
    ]);
  });
});
