import { type Diagnostic, isFreezable } from "#diagnostics/index.ts";
import type { ProjectRun } from "../project/project-run.ts";

const texts = {
  "pt-BR": {
    refused: "nada foi escrito: há erros",
    explain: (code: string) => `o que significa um deles: rastro explain ${code}`,
    fix: (count: number) =>
      `${String(count)} ${count === 1 ? "tem" : "têm"} correção certa: rastro fix`,
    freeze: (gen: string) =>
      `para começar com o que há: rastro check --update-baseline, depois ${gen}`,
  },
  en: {
    refused: "nothing was written: there are errors",
    explain: (code: string) => `what one of them means: rastro explain ${code}`,
    fix: (count: number) => `${String(count)} can be mended for certain: rastro fix`,
    freeze: (gen: string) =>
      `to begin with what there is: rastro check --update-baseline, then ${gen}`,
  },
} as const;

/** Why `gen` wrote nothing, and every way on from there. */
export function refusalLines(
  { settings, language }: ProjectRun,
  diagnostics: readonly Diagnostic[],
): readonly string[] {
  const words = texts[language];
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const fixable = errors.filter(({ fix }) => fix !== undefined).length;
  const [first] = errors;
  const gen = `rastro gen${settings.baseline === undefined ? " --baseline rastro.baseline.json" : ""}`;
  return [
    words.refused,
    ...(first === undefined ? [] : [`  ${words.explain(first.code)}`]),
    ...(fixable === 0 ? [] : [`  ${words.fix(fixable)}`]),
    ...(errors.every(isFreezable) ? [`  ${words.freeze(gen)}`] : []),
  ];
}
