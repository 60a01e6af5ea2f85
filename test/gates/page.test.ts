import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { loadSettings, loadTemplates } from "../../generator/config/index.ts";
import { generate } from "../../generator/generate.ts";
import {
  layProject,
  measurement,
  policy,
  signBoth,
  type SignedProject,
} from "../support/signed-gate.ts";
import { hasSshKeygen, sshKeygenHint } from "../support/ssh-keys.ts";

const projects: SignedProject[] = [];
afterAll(() => {
  for (const project of projects) project.remove();
});

/** The page of the gate in English. */
async function pageOf({ folder }: SignedProject): Promise<string> {
  const { value: settings } = loadSettings(join(folder, "rastro.config.yaml"), {
    asOf: "2026-02-10T12:00:00Z",
  });
  const { value } = await generate(settings!, loadTemplates(), { trustedRef: "main" });
  return String(value.files.find(({ path }) => path === "md/reports/gates/G.md")?.content);
}

test.runIf(hasSshKeygen)(
  `the page of a gate shows who signed, with which key, and what changed since${sshKeygenHint}`,
  async () => {
    const waiver = "waivers: [{ criterion: G-C1, reason: r, owner: dba, expires: 2026-02-28 }]\n";
    const project = layProject({ "dados/gates/G.gate.yaml": policy(waiver) });
    projects.push(project);
    await signBoth(project);
    const signed = await pageOf(project);
    expect(signed).toContain("> **✔ GO**: criteria met and signatures verified");
    expect(signed).toContain("28 Feb 2026 (18 days) | not needed: the criterion is met");
    expect(signed).toMatch(
      /\| dba \| `ana@example.org` \| GO: ✔ counts \| Tue 10 Feb 2026, 11:00 UTC/,
    );
    expect(signed).toMatch(/`bo@example.org`: `SHA256:[\w+/]{43}`/);
    expect(signed).toContain("Trust: policy and signers come from main.");
    project.commit("docs: another run", { "dados/medicoes.yaml": measurement(-14) });
    const stale = await pageOf(project);
    expect(stale).toContain("> **◔ PENDING**: what was signed has changed");
    expect(stale).toContain("- changed: `dados/medicoes.yaml`");
    expect(stale).toContain("GO: ✘ what was signed has changed");
  },
);
