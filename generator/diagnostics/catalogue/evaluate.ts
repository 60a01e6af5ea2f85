import { entry } from "./entry.ts";

export const evaluateCatalogue = {
  "evaluate/gate-without-criteria": entry<{ gate: string }>({
    severity: "error",
    en: {
      message: ({ gate }) => `the gate \`${gate}\` has no criteria`,
      hint: () => "give it criteria, or give criteria to its stage",
      about:
        "A gate is decided by its criteria, and by those of its stage when it has none. Without any it could neither open nor close, and would only look like a decision.",
    },
    pt: {
      message: ({ gate }) => `o portão \`${gate}\` não tem critérios`,
      hint: () => "dê critérios a ele ou à sua etapa",
      about:
        "Um portão é decidido por seus critérios e, quando não os tem, pelos da etapa. Sem nenhum, não poderia abrir nem fechar: apenas pareceria uma decisão.",
    },
  }),
  "evaluate/metric-without-measurement": entry<{ criterion: string; metric: string }>({
    severity: "info",
    en: {
      message: ({ criterion, metric }) =>
        `no measurement of \`${metric}\` shows whether \`${criterion}\` is met`,
      about:
        "The criterion compares a metric with a threshold, but no measurement of this metric and subject is recorded, so that it stays undetermined. Record one, or correct the name of the metric.",
    },
    pt: {
      message: ({ criterion, metric }) =>
        `nenhuma medição de \`${metric}\` mostra se \`${criterion}\` é atendido`,
      about:
        "O critério compara uma métrica com um limite, mas não há medição registrada dessa métrica e desse assunto; por isso ele fica indeterminado. Registre uma medição ou corrija o nome da métrica.",
    },
  }),
  "evaluate/expression-refused": entry<{ criterion: string; reason: string }>({
    severity: "error",
    en: {
      message: ({ criterion, reason }) =>
        `the condition of \`${criterion}\` cannot be used: ${reason}`,
      hint: () => 'ask with `metric("name", "unit")` and `count("name")`, and compare',
      about:
        "A condition is written in CEL. It has to give true or false, to ask for at least one value, and to use only arithmetic, comparisons, `&&`, `||`, `!`, `? :` and the calls `metric` and `count` with names that are written out.",
    },
    pt: {
      message: ({ criterion, reason }) =>
        `a condição de \`${criterion}\` não pode ser usada: ${reason}`,
      hint: () => 'pergunte com `metric("nome", "unidade")` e `count("nome")`, e compare',
      about:
        "Uma condição é escrita em CEL. Precisa dar verdadeiro ou falso, pedir ao menos um valor e usar apenas aritmética, comparações, `&&`, `||`, `!`, `? :` e as chamadas `metric` e `count`, com os nomes por extenso.",
    },
  }),
  "evaluate/unit-mismatch": entry<{ criterion: string; expected: string; found: string }>({
    severity: "warning",
    en: {
      message: ({ criterion, expected, found }) =>
        `\`${criterion}\` expects the unit \`${expected}\`, but its measurement has \`${found}\``,
      hint: () => "write the threshold and the measurement in one unit",
      about:
        "Numbers in different units are not compared: 900 ms is not more than 2 s. The criterion stays undetermined until threshold and measurement are written in one unit.",
    },
    pt: {
      message: ({ criterion, expected, found }) =>
        `\`${criterion}\` espera a unidade \`${expected}\`, mas a medição está em \`${found}\``,
      hint: () => "escreva o limite e a medição na mesma unidade",
      about:
        "Números em unidades diferentes não são comparados: 900 ms não é mais que 2 s. O critério fica indeterminado até que limite e medição estejam na mesma unidade.",
    },
  }),
  "evaluate/late": entry<{ item: string; due: string; asOf: string }>({
    severity: "info",
    en: {
      message: ({ item, due, asOf }) =>
        `\`${item}\` was due on ${due} and is still open on ${asOf}`,
      about:
        "The date has passed and the data does not say that the thing is there or done. Deliver it, say that it is done, or agree on another date.",
    },
    pt: {
      message: ({ item, due, asOf }) => `\`${item}\` vencia em ${due} e continua aberto em ${asOf}`,
      about:
        "A data passou e os dados não dizem que a coisa existe ou está feita. Entregue-a, registre que está feita ou combine outra data.",
    },
  }),
  "evaluate/document-missing": entry<{ document: string; path: string }>({
    severity: "warning",
    en: {
      message: ({ document, path }) =>
        path === ""
          ? `the document \`${document}\` has neither a file nor a page`
          : `the document \`${document}\` is nowhere: there is no file \`${path}\`, and no page in its place`,
      hint: () => "put the file there, or name with `page` the page that rastro makes",
      about:
        "People are sent to documents that are not there. A document is a file of the repository, or a page that rastro makes from the data and that the key `page` names.",
    },
    pt: {
      message: ({ document, path }) =>
        path === ""
          ? `o documento \`${document}\` não tem arquivo nem página`
          : `o documento \`${document}\` não está em lugar nenhum: não há arquivo \`${path}\` nem página em seu lugar`,
      hint: () => "ponha o arquivo no lugar, ou indique em `page` a página que o rastro gera",
      about:
        "As pessoas são enviadas a documentos que não existem. Um documento é um arquivo do repositório, ou uma página que o rastro gera dos dados e que a chave `page` indica.",
    },
  }),
};
