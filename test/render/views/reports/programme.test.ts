import { languages } from "#model/pages/page.ts";
import { loadTemplates } from "#config/index.ts";
import { criterionReasons, coverageNames, verdicts } from "#model/evaluation.ts";
import { describe, expect, test } from "vitest";
import { aGraph, item, quorum } from "../../../support/graph.ts";
import { pagesOf } from "../../../support/pages.ts";

const need = { name: "Disco", metric: "q3", factor: 2, growth: 10 };

/** One item of every kind that programme data has. */
const whole = aGraph()
  .with(item("programme", "P", { summary: "Cinco otimizações" }))
  .with(item("member", "DBA", { responsibilities: ["Migrar"], answersFor: ["banco"] }))
  .with(
    item("stage", "S", {
      programme: "P",
      objective: "Medir",
      before: { order: 2, reason: "estabilidade antes de escala" },
      metrics: [{ name: "Eixos", target: "5/6" }],
      escalation: [{ level: 1, respondWithin: "1 h", channel: "Slack" }],
    }),
  )
  .with(item("stage", "F", { parent: "S", status: "in progress" }))
  .with(item("stage", "E", { order: 2 }), item("scenario", "M", { resources: [need] }))
  .with(item("axis", "EIXO-1", { stage: "S", text: "Compara as consultas." }))
  .with(
    item("work-item", "OPT1", {
      stage: "S",
      owner: "DBA",
      needs: ["ART"],
      outputs: ["ART"],
      due: "2026-02-08",
      text: "Partições por ano.",
    }),
  )
  .with(item("artefact", "ART", { path: "a.sql", state: "exists" }))
  .with(item("deliverable", "D1", { stage: "S", owner: "DBA", due: "2026-02-08" }))
  .with(item("checkpoint", "CP1", { stage: "S" }), item("criterion", "CP1-C1", { of: "CP1" }))
  .with(item("criterion", "OPT1-C1", { of: "OPT1", metric: "q3", op: "<=", threshold: -10 }))
  .with(item("measurement", "M1", { metric: "q3", value: -8, grade: "simulated" }))
  .with(
    item("sync", "SYNC-1", { agenda: [{ topic: "Escopo", minutes: 15 }], invited: ["DBA"] }),
    item("sync", "SYNC-2", { status: "held", present: ["DBA"], discussion: ["Rever prazos"] }),
  )
  .with(item("decision", "DEC", { by: ["DBA"] }), item("action", "A1", { owner: "DBA" }))
  .with(item("action", "A2", { owner: "DBA", status: "done" }), item("blocker", "B1"))
  .with(item("risk", "RISCO-1", { contingency: "Voltar atrás" }))
  .with(
    item("gate", "G", {
      stage: "S",
      deciders: ["DBA"],
      signatures: [quorum("DBA", { min: 1 })],
    }),
    item("criterion", "G-C1", { of: "G", claimed: true }),
  )
  .with(
    item("activity", "ACT", {
      stage: "S",
      start: "2026-02-17T13:00:00-03:00",
      end: "2026-02-17T14:30:00-03:00",
      maintenanceWindow: true,
      owners: ["DBA"],
      steps: ["Parar", "Migrar"],
    }),
  )
  .with(item("checklist", "L1", { stage: "S", entries: [{ text: "Ler", done: false }] }))
  .with(item("checklist", "L2", { entries: [{ text: "Aprovar", done: true, owner: "DBA" }] }))
  .with(item("document", "DOC", { readers: [{ role: "DBA", order: 1, minutes: 20 }] }))
  .with(item("requirement", "R1"), item("notification", "N1", { audience: ["DBA"] }))
  .with(item("conflict", "K1", { subject: "OPT1", values: [{ value: "a", origin: "b" }] }))
  .linking("decision:DEC", "raised-in", "SYNC-2")
  .linking("blocker:B1", "blocks", "OPT1")
  .linking("member:DBA", "refers-to", "RISCO-1");

describe("the reports of a programme", () => {
  const { pages, codes } = pagesOf(whole.facts, "pt-BR", "2026-02-09");

  test("are made without a missing value or word, in both languages", () => {
    const other = pagesOf(whole.facts, "en", "2026-02-09");
    for (const said of [...codes, ...other.codes]) expect(said).not.toContain("render/");
    expect(Object.keys(other.pages)).toEqual(Object.keys(pages));
  });

  test("are one page for each stage, work item, gate and meeting, and a register for the rest", () => {
    expect(Object.keys(pages).filter((path) => path !== "README.md")).toEqual([
      "reports/programme.md",
      "reports/summary.md",
      "reports/status.md",
      "reports/kickoffs/E.md",
      "reports/kickoffs/S.md",
      "reports/stages/S.md",
      "reports/stages/F.md",
      "reports/stages/E.md",
      "reports/work-items/OPT1.md",
      "reports/timeline.md",
      "reports/timelines/S.md",
      "reports/plan-change.md",
      "reports/checkpoints.md",
      "reports/gates/G.md",
      "reports/syncs/SYNC-1.md",
      "reports/syncs/SYNC-2.md",
      "reports/syncs/SYNC-1-minutes.md",
      "reports/syncs/SYNC-2-minutes.md",
      "reports/notifications/N1.md",
      "reports/measurements.md",
      "reports/baseline.md",
      "reports/comparison.md",
      "reports/axes/EIXO-1.md",
      "reports/capacity.md",
      "reports/documents.md",
      "reports/reading.md",
      "reports/checklists/L1.md",
      "reports/checklists/L2.md",
      "reports/checklists.md",
      "reports/team.md",
      "reports/raci.md",
      "reports/risks.md",
      "reports/conflicts.md",
      "reports/requirements.md",
      "matrices/work-items.md",
      "matrices/trace.md",
      "matrices/trace/work-item/OPT1.md",
    ]);
  });

  test("give every item a place: each anchor that is linked to is written on its page", () => {
    const anchors = new Set(
      Object.entries(pages).flatMap(([path, markdown]) =>
        [...markdown.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => `${path}#${id ?? ""}`),
      ),
    );
    const missing = [...whole.build().items.keys()].filter((id) => {
      const name = id.slice(id.indexOf(":") + 1);
      const shown = [...anchors].some((each) => each.endsWith(`#${id.replace(":", "-")}`));
      return !shown && !Object.keys(pages).some((path) => path.endsWith(`/${name}.md`));
    });
    expect(missing).toEqual([]);
  });

  test("do not exist without programme data", () => {
    expect(Object.keys(pagesOf([]).pages)).toEqual(["README.md"]);
  });

  test("a name that is no path stays inside its folder", () => {
    const hostile = aGraph().with(item("stage", "../../fora"), item("stage", "a/b"));
    const paths = Object.keys(pagesOf(hostile.facts).pages);
    expect(paths).toContain("reports/stages/~2e~2e~2f..~2ffora.md");
    expect(paths).toContain("reports/stages/a~2fb.md");
  });
});

test("every word that the evaluation can ask for is in both languages", () => {
  const { words } = loadTemplates();
  const keys = [
    ...criterionReasons.map((reason) => `reports.reason-${reason}`),
    ...coverageNames.map((name) => `reports.coverage-${name}`),
    ...verdicts.flatMap((verdict) => [
      `reports.verdict-${verdict.toLowerCase()}`,
      `reports.meaning-${verdict.toLowerCase()}`,
      `matrices.verdict-${verdict.toLowerCase()}`,
    ]),
  ];
  for (const language of languages)
    expect(keys.filter((key) => words[language][key] === undefined)).toEqual([]);
});
