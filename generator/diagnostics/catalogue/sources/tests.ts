import { entry } from "../entry.ts";
import { names } from "../trace/names.ts";

export const testsCatalogue = {
  "sources/tests-not-run": entry<{ path: string }>({
    severity: "info",
    en: {
      message: ({ path }) => `there are no test results at \`${path}\`: the pages say "not run"`,
      hint: () => "run the tests so that they write their report there",
      about:
        "Verdicts come from the report of the last test run, which is not kept with the sources. Without it nothing is claimed about the tests: neither that they pass nor that they fail.",
    },
    pt: {
      message: ({ path }) =>
        `não há resultados de testes em \`${path}\`: as páginas dizem "não executado"`,
      hint: () => "execute os testes de modo que gravem ali seu relatório",
      about:
        "Os vereditos vêm do relatório da última execução dos testes, que não é guardado com as fontes. Sem ele nada se afirma sobre os testes: nem que passam, nem que falham.",
    },
  }),
  "sources/tests-stale": entry<{ tests: number; changed: readonly string[]; more: number }>({
    severity: "warning",
    en: {
      message: ({ tests, changed, more }) =>
        `${String(tests)} test ${tests === 1 ? "result is" : "results are"} stale: ${names(changed)}${more > 0 ? ` and ${String(more)} more` : ""} changed after the run`,
      hint: () => "run the tests again",
      about:
        "A result speaks of what was there when the tests ran. What a test verifies, or the test's own file, has changed since: by the commit that the report names, else by the newest commit at the time that the report names; and by edits that nobody committed and that are younger than the run. Such a test does not count as passed.",
    },
    pt: {
      message: ({ tests, changed, more }) =>
        `${String(tests)} ${tests === 1 ? "resultado de teste está desatualizado" : "resultados de testes estão desatualizados"}: ${names(changed)}${more > 0 ? ` e mais ${String(more)}` : ""} ${changed.length + more === 1 ? "mudou" : "mudaram"} depois da execução`,
      hint: () => "execute os testes de novo",
      about:
        "Um resultado fala do que existia quando os testes foram executados. Depois disso mudou o que o teste verifica, ou o próprio arquivo do teste: segundo o commit que o relatório nomeia ou, sem ele, o commit mais novo na hora que o relatório nomeia; e segundo edições fora de commits mais novas que a execução. Um teste assim não conta como aprovado.",
    },
  }),
  "sources/tests-unreadable": entry<{ reason: string }>({
    severity: "warning",
    en: {
      message: ({ reason }) => `the test results cannot be read: ${reason}`,
      hint: () => "run the tests again; a run that was cut short leaves half a report",
      about:
        "Reports are JUnit XML (`testsuite`, `testcase`), the JSON of Jest or Vitest (`testResults`), TAP (`1..N`, `ok`) or LCOV (`end_of_record`). This file is something else or incomplete, so what it does not tell is not known.",
    },
    pt: {
      message: ({ reason }) => `os resultados dos testes não podem ser lidos: ${reason}`,
      hint: () => "execute os testes de novo; uma execução interrompida deixa meio relatório",
      about:
        "Os relatórios são XML do JUnit (`testsuite`, `testcase`), o JSON de Jest ou Vitest (`testResults`), TAP (`1..N`, `ok`) ou LCOV (`end_of_record`). Este arquivo é outra coisa ou está incompleto, e o que ele não diz não é conhecido.",
    },
  }),
};
