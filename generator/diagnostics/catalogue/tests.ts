import { entry } from "./entry.ts";

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
