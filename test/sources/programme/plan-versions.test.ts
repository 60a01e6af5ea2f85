import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readGit } from "#sources/git/read-git.ts";
import { readProgramme } from "#sources/programme/index.ts";
import { temporaryFolder, writeFiles } from "../../support/folder.ts";
import { gitRepository } from "../../support/git-repository.ts";
import { renderPages } from "../../support/pages.ts";

const plan = (end: string, more = ""): string => `stages:
  - id: S
    title: Etapa
    status: in progress
    start: 2026-02-02
    end: ${end}
    plan-change: { since: v1 }
  - { id: F1, title: Fase 1, part-of: S, status: planned, order: 1 }
  - { id: F2, title: Fase 2, part-of: S, status: planned, order: 2, start: 2026-02-05 }
  - { id: OUTRA, title: Outra, status: planned, start: 2026-03-01 }
${more}`;

const entries = [{ path: "p", foreign: false }];

/** A plan that moved in three commits after the version `v1`. */
function movedPlan() {
  const repository = gitRepository();
  const { commit, git } = repository;
  commit("feat: the plan", {
    "p/a.yaml": plan("2026-02-20", "  - { id: F3, title: Fase 3, part-of: F2, status: planned }\n"),
  });
  git("tag", "v1");
  commit("fix: a week more, for the load test failed", {
    "p/a.yaml": plan("2026-02-27", "  - { id: F3, title: Fase 3, part-of: F2, status: planned }\n"),
  });
  const second = plan("2026-02-27").replace("order: 1", "order: 3");
  commit("refactor: monitoring comes last", { "p/a.yaml": second });
  commit("chore: another stage", { "p/a.yaml": second.replace("2026-03-01", "2026-03-02") });
  return { ...repository, text: second };
}

const read = async (root: string) => {
  const { value: facts, diagnostics } = await readProgramme({ root, entries });
  const stage = facts.flatMap((fact) =>
    fact.fact === "item" && fact.item.kind === "stage" && fact.item.id === "stage:S"
      ? [fact.item]
      : [],
  )[0];
  return { facts, diagnostics, change: stage?.attributes.planChange };
};

test("a plan is compared with a version, and each move names the commit that made it", async () => {
  const { folder } = movedPlan();
  const { change, diagnostics } = await read(folder);
  expect(diagnostics).toEqual([]);
  expect(
    change?.moves.map(({ change: what, id, fields, reasons }) => [
      what,
      id,
      fields.map(({ name, before, after }) => `${name}: ${before ?? ""} → ${after ?? ""}`),
      reasons.map(({ subject }) => subject),
    ]),
  ).toEqual([
    [
      "changed",
      "stage:S",
      ["end: 2026-02-20 → 2026-02-27"],
      ["fix: a week more, for the load test failed"],
    ],
    ["changed", "stage:F1", ["order: 1 → 3"], ["refactor: monitoring comes last"]],
    ["removed", "stage:F3", ["part-of: F2 → "], ["refactor: monitoring comes last"]],
  ]);
});

test("what stands in the working tree alone is said to have no commit", async () => {
  const { folder, text } = movedPlan();
  writeFiles(folder, { "p/a.yaml": text.replace("2026-02-05", "2026-02-06") });
  const { change } = await read(folder);
  const moved = change?.moves.find(({ id }) => id === "stage:F2");
  expect(moved).toMatchObject({ isUncommitted: true, reasons: [] });
});

test("the page shows what moved in both languages, with links to the commits", async () => {
  const { folder } = movedPlan();
  const { facts } = await read(folder);
  const history = await readGit({ root: folder, entries: [{ path: ".", foreign: false }] });
  const page = (language: "en" | "pt-BR"): string =>
    renderPages([...facts, ...history.value], { language }).pages["reports/plan-change.md"] ?? "";
  expect(page("en")).toMatch(
    /\| End \| Fri 20 Feb 2026 \| Fri 27 Feb 2026 \| \[fix: a week more, for the load test failed\]\(/,
  );
  expect(page("en")).toMatch(/\| Fase 3 \| removed \|/);
  expect(page("pt-BR")).toContain("| Ordem | 1 | 3 |");
});

test("a version that is not there, or not in a shallow clone, is a finding where it is named", async () => {
  const { folder, git } = movedPlan();
  const clone = join(temporaryFolder(), "clone");
  execFileSync("git", ["clone", "--quiet", "--depth", "1", `file://${folder}`, clone]);
  git("tag", "--delete", "v1");
  for (const [root, why] of [
    [folder, "unknown"],
    [clone, "shallow"],
  ] as const) {
    const { change, diagnostics } = await read(root);
    expect(change).toBeUndefined();
    expect(diagnostics).toMatchObject([
      {
        code: "sources/plan-version-missing",
        severity: "warning",
        args: { version: "v1", why },
        file: "p/a.yaml",
        line: 7,
      },
    ]);
  }
});
