import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { documentState } from "../../generator/model/programme/document-state.ts";
import type { Item } from "../../generator/model/item.ts";
import {
  judgeGate,
  judgeProject,
  layProject,
  policy,
  signBoth,
  type SignedProject,
} from "../support/signed-gate.ts";
import { hasSshKeygen, sshKeygenHint } from "../support/ssh-keys.ts";

const projects: SignedProject[] = [];
const lay = (files: Readonly<Record<string, string>>): SignedProject => {
  const project = layProject(files);
  projects.push(project);
  return project;
};
afterAll(() => {
  for (const project of projects) project.remove();
});

/** Two documents, one of them the sign-off of a gate, and a criterion that both exist. */
const counting = (of: string, gate = "G"): Readonly<Record<string, string>> => ({
  "dados/documentos.yaml": `deliverables:
  - { id: D1, title: Medição, stage: S, owner: dba, purpose: p, document: dados/medicoes.yaml }
  - { id: D2, title: Decisão, stage: S, owner: qa, purpose: p, document: decisao.md, page: reports/gates/${gate}.md }
criteria:
  - { id: ${of}-C9, title: Tudo, of: ${of}, metric: deliverables.existing, op: "==", threshold: 2 }
`,
});

describe.runIf(hasSshKeygen)(`a criterion${sshKeygenHint}`, () => {
  test("that counts its own sign-off among the documents can be met, and stays signed", async () => {
    const project = lay(counting("G"));
    expect((await judgeGate(project.folder)).verdict).toBe("PENDING");
    const before = await judgeProject(project.folder);
    const decision = before.graph.items.get("deliverable:D2") as Item<"deliverable">;
    expect(documentState(before, decision)).toBe("partial");
    await signBoth(project);
    expect(await judgeGate(project.folder)).toMatchObject({ verdict: "GO", met: 3 });
    const after = await judgeProject(project.folder);
    expect(documentState(after, decision)).toBe("generated");
    const coverage = after.evaluation.coverage.find(({ name }) => name === "deliverables-existing");
    expect(coverage).toMatchObject({ numerator: 2, denominator: 2 });
    rmSync(join(project.folder, "dados/gates/G/1/signoffs/qa.bo@example.org.json.sig"));
    const half = await judgeProject(project.folder);
    expect(documentState(half, decision)).toBe("partial");
    expect(half.evaluation.gates.get("gate:G")?.verdict).toBe("UNDETERMINED");
  });

  test("that counts the sign-off of another gate needs its signatures first", async () => {
    const first = policy().replace("id: G\n", "id: F\n").replaceAll("G-C", "F-C");
    const project = lay({ ...counting("F", "G"), "dados/gates/F.gate.yaml": first });
    const { folder } = project;
    const own = async () =>
      (await judgeProject(folder)).evaluation.criteria.get("criterion:F-C9")?.result;
    expect(await own()).toBe("not met");
    await signBoth(project);
    expect(await own()).toBe("met");
  });
});
