import { entry } from "./entry.ts";

export const testsCatalogue = {
  "sources/tests-not-run": entry<{ path: string }>({
    severity: "info",
    en: {
      message: ({ path }) => `there are no test results at \`${path}\`: the pages say "not run"`,
      hint: () => "run the tests so that they write a JUnit report there",
      about:
        "Verdicts come from the report of the last test run, which is not kept with the sources. Without it nothing is claimed about the tests: neither that they pass nor that they fail.",
    },
    pt: {
      message: ({ path }) =>
        `não há resultados de testes em \`${path}\`: as páginas dizem "não executado"`,
      hint: () => "execute os testes de modo que gravem ali um relatório JUnit",
      about:
        "Os vereditos vêm do relatório da última execução dos testes, que não é guardado com as fontes. Sem ele nada se afirma sobre os testes: nem que passam, nem que falham.",
    },
  }),
  "sources/tests-unreadable": entry<{ reason: string }>({
    severity: "warning",
    en: {
      message: ({ reason }) => `the test results are no JUnit report: ${reason}`,
      hint: () => "run the tests again; a run that was cut short leaves half a report",
      about:
        "A JUnit report is XML with `testsuite` and `testcase` in it. This file is something else or incomplete, so its verdicts are not known.",
    },
    pt: {
      message: ({ reason }) => `os resultados dos testes não são um relatório JUnit: ${reason}`,
      hint: () => "execute os testes de novo; uma execução interrompida deixa meio relatório",
      about:
        "Um relatório JUnit é XML com `testsuite` e `testcase`. Este arquivo é outra coisa ou está incompleto, e seus vereditos não são conhecidos.",
    },
  }),
};
