import type { Diagnostic } from "#diagnostics/index.ts";
import { itemsOf } from "#model/graph.ts";
import { itemName } from "#model/item.ts";
import type { Language } from "#model/pages/page.ts";
import type { EvaluatedProject } from "#render/index.ts";
import type { ProjectRun } from "./project/project-run.ts";

/** A command that makes sense now, and why. */
interface NextCommand {
  readonly command: string;
  readonly reason: string;
}

const reasons = {
  "pt-BR": {
    explain: (count: number) => `${String(count)} vez(es) neste resultado`,
    again: "gerar de novo depois das correções",
    gate: (verdict: string) => `o veredito é ${verdict}`,
    sync: "não há reunião marcada depois da data de referência",
    check: "conferir que out/ está em dia",
  },
  en: {
    explain: (count: number) => `${String(count)} time(s) in this result`,
    again: "make it again after the corrections",
    gate: (verdict: string) => `the verdict is ${verdict}`,
    sync: "no meeting is scheduled after the reference date",
    check: "see that out/ is up to date",
  },
} as const;

/** What to run next, the most urgent first: errors, then gates, then meetings. */
export function nextCommands(
  { site, language }: ProjectRun,
  diagnostics: readonly Diagnostic[],
): readonly NextCommand[] {
  const texts = reasons[language satisfies Language];
  const codes = Map.groupBy(
    diagnostics.filter(({ severity }) => severity === "error"),
    ({ code }) => code,
  );
  const errors = [...codes].map(([code, found]) => ({
    command: `rastro explain ${code}`,
    reason: texts.explain(found.length),
  }));
  const retry = { command: "rastro gen --format json", reason: texts.again };
  const after = { command: "rastro check --out", reason: texts.check };
  return [
    ...errors,
    ...(errors.length > 0 ? [retry] : []),
    ...site.projects.flatMap((project) => gateCommands(project, texts.gate)),
    ...site.projects.flatMap((project) => syncCommands(project, site.asOf, texts.sync)),
    ...(errors.length > 0 ? [] : [after]),
  ];
}

const gateCommands = (
  { evaluation }: EvaluatedProject,
  reason: (verdict: string) => string,
): readonly NextCommand[] =>
  [...evaluation.gates]
    .filter(([, { verdict }]) => verdict !== "GO")
    .map(([id, { verdict }]) => ({
      command: `rastro gate status ${itemName(id)}`,
      reason: reason(verdict),
    }));

/** Where meetings are held, there is a next one. */
function syncCommands(
  { graph, project }: EvaluatedProject,
  asOf: string | undefined,
  reason: string,
): readonly NextCommand[] {
  const syncs = itemsOf(graph, "sync");
  if (asOf === undefined || syncs.length === 0) return [];
  const day = asOf.slice(0, 10);
  if (syncs.some(({ attributes }) => attributes.start.slice(0, 10) > day)) return [];
  const next = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
  const name = project.name === "" ? "" : ` ${project.name}`;
  return [{ command: `rastro sync new ${next}${name}`, reason }];
}
