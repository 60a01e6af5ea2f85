import { entry } from "../entry.ts";

const list = (values: readonly string[]): string =>
  values.map((value) => `\`${value}\``).join(", ");

export const programmeCatalogue = {
  "sources/programme-wrong-weekday": entry<{ date: string; weekday: string; right: string }>({
    severity: "error",
    en: {
      message: ({ date, weekday, right }) => `${date} is a \`${right}\`, not a \`${weekday}\``,
      hint: ({ right }) => `write \`${right}\`, or correct the date`,
      about:
        "A date and its weekday are two accounts of one fact. When they differ, people come on different days. The calendar decides; correct whichever of the two is wrong.",
    },
    pt: {
      message: ({ date, weekday, right }) => `${date} cai em \`${right}\`, não em \`${weekday}\``,
      hint: ({ right }) => `escreva \`${right}\` ou corrija a data`,
      about:
        "Uma data e seu dia da semana são dois relatos de um mesmo fato. Quando divergem, as pessoas aparecem em dias diferentes. O calendário decide; corrija o que estiver errado.",
    },
  }),
  "sources/programme-no-such-date": entry<{ date: string }>({
    severity: "error",
    en: {
      message: ({ date }) => `\`${date}\` is not in the calendar`,
      hint: () => "write a day or a time that exists",
      about:
        "The text has the form of a date, but the month has no such day, or the day no such time.",
    },
    pt: {
      message: ({ date }) => `\`${date}\` não existe no calendário`,
      hint: () => "escreva um dia ou um horário que exista",
      about:
        "O texto tem forma de data, mas o mês não tem esse dia, ou o dia não tem esse horário.",
    },
  }),
  "sources/programme-ends-before-start": entry<{ start: string; end: string }>({
    severity: "error",
    en: {
      message: ({ start, end }) => `the end \`${end}\` lies before the start \`${start}\``,
      hint: () => "exchange or correct the two dates",
      about: "Nothing ends before it begins. Check the offsets from UTC as well as the days.",
    },
    pt: {
      message: ({ start, end }) => `o fim \`${end}\` vem antes do início \`${start}\``,
      hint: () => "troque ou corrija as duas datas",
      about: "Nada termina antes de começar. Confira os dias e também os deslocamentos de UTC.",
    },
  }),
  "sources/programme-agenda-does-not-add-up": entry<{ sum: number; duration: number }>({
    severity: "error",
    en: {
      message: ({ sum, duration }) =>
        `the agenda takes ${sum} minutes, but the meeting lasts ${duration}`,
      hint: () => "correct the duration or the minutes of a topic",
      about:
        "The minutes of the topics must add up to the duration of the meeting, so that the convocation promises what can be kept.",
    },
    pt: {
      message: ({ sum, duration }) => `a pauta soma ${sum} minutos, mas a reunião dura ${duration}`,
      hint: () => "corrija a duração ou os minutos de um tópico",
      about:
        "Os minutos dos tópicos devem somar a duração da reunião, para que a convocação prometa o que pode ser cumprido.",
    },
  }),
  "sources/programme-measured-without-run": entry<{ id: string; missing: readonly string[] }>({
    severity: "error",
    en: {
      message: ({ id, missing }) => `\`${id}\` is called measured, but lacks ${list(missing)}`,
      hint: () => "name the recorded run, or write `grade: declared`",
      about:
        "Only a recorded run is a measurement: the command, the commit, the time and the environment. A figure without them is a declaration and counts as one.",
    },
    pt: {
      message: ({ id, missing }) => `\`${id}\` se diz medido, mas não traz ${list(missing)}`,
      hint: () => "indique a execução registrada ou escreva `grade: declared`",
      about:
        "Só uma execução registrada é medição: comando, commit, horário e ambiente. Um valor sem eles é uma declaração, e conta como tal.",
    },
  }),
  "sources/programme-contradiction": entry<{
    id: string;
    field: string;
    values: readonly string[];
  }>({
    severity: "error",
    en: {
      message: ({ id, field, values }) =>
        `\`${id}\` has two values of \`${field}\`: ${list(values)}`,
      hint: ({ field }) =>
        `keep one record, or declare the contradiction: \`conflicts: [{field: ${field}, values: […]}]\``,
      about:
        "Two records give one item different values. While nobody has decided, declare it under `conflicts` with the origin of each value: then it is a warning and a row in the report.",
    },
    pt: {
      message: ({ id, field, values }) =>
        `\`${id}\` tem dois valores de \`${field}\`: ${list(values)}`,
      hint: ({ field }) =>
        `mantenha um só registro ou declare a contradição: \`conflicts: [{field: ${field}, values: […]}]\``,
      about:
        "Dois registros dão valores diferentes ao mesmo item. Enquanto ninguém decide, declare isso em `conflicts`, com a origem de cada valor: passa a ser um aviso e uma linha do relatório.",
    },
  }),
  "sources/programme-declared-conflict": entry<{
    id: string;
    field: string;
    values: readonly string[];
  }>({
    severity: "warning",
    en: {
      message: ({ id, field, values }) =>
        `the sources of \`${id}\` contradict each other about \`${field}\`: ${list(values)}`,
      hint: () => "remove the entry once the sources agree",
      about:
        "Somebody declared this contradiction. It stays a warning and a row in the report until the sources agree and the entry is removed.",
    },
    pt: {
      message: ({ id, field, values }) =>
        `as fontes de \`${id}\` se contradizem quanto a \`${field}\`: ${list(values)}`,
      hint: () => "remova a entrada quando as fontes concordarem",
      about:
        "Alguém declarou esta contradição. Ela continua sendo um aviso e uma linha do relatório até que as fontes concordem e a entrada seja removida.",
    },
  }),
  "sources/programme-id-shared": entry<{ id: string; kinds: readonly string[] }>({
    severity: "error",
    en: {
      message: ({ id, kinds }) => `\`${id}\` names two things: ${list(kinds)}`,
      hint: () => "give one of the two another id",
      about:
        "An id names one thing in the whole programme. When two kinds of things share it, whoever writes it elsewhere cannot be understood.",
    },
    pt: {
      message: ({ id, kinds }) => `\`${id}\` é o nome de duas coisas: ${list(kinds)}`,
      hint: () => "dê outro id a uma das duas",
      about:
        "Um id nomeia uma só coisa em todo o programa. Quando duas coisas de tipos diferentes o dividem, quem o escreve em outro lugar não pode ser entendido.",
    },
  }),
  "sources/programme-minutes-changed": entry<{ sync: string; sealed: string; now: string }>({
    severity: "error",
    en: {
      message: ({ sync, sealed, now }) =>
        `the minutes of \`${sync}\` were changed after they were sealed: ${sealed} became ${now}`,
      hint: () =>
        "restore the minutes, or write a correction into the next meeting and seal the digest of now",
      about:
        "Each meeting carries the digest of the minutes before it: the record of that meeting, its decisions and what was agreed. An edit afterwards changes the digest. `rastro sync new` writes the seal.",
    },
    pt: {
      message: ({ sync, sealed, now }) =>
        `a ata de \`${sync}\` foi alterada depois de selada: ${sealed} virou ${now}`,
      hint: () =>
        "restaure a ata, ou registre a correção na reunião seguinte e sele o resumo de agora",
      about:
        "Cada reunião traz o resumo criptográfico da ata anterior: o registro da reunião, suas decisões e o que foi combinado. Uma edição posterior muda o resumo. `rastro sync new` escreve o selo.",
    },
  }),
  "sources/programme-minutes-not-kept": entry<{ sync: string; ref: string; isGone: boolean }>({
    severity: "warning",
    en: {
      message: ({ sync, ref, isGone }) =>
        isGone
          ? `the minutes of \`${sync}\`, which \`${ref}\` has, are not here`
          : `the minutes of \`${sync}\` are not those that \`${ref}\` has`,
      hint: () => "bring them back, and write what has to be corrected into the next meeting",
      about:
        "The newest minutes carry no seal yet: the next meeting brings it. Until then they are compared with the trusted ref. Minutes are added to, not rewritten.",
    },
    pt: {
      message: ({ sync, ref, isGone }) =>
        isGone
          ? `a ata de \`${sync}\`, que \`${ref}\` tem, não está aqui`
          : `a ata de \`${sync}\` não é a que \`${ref}\` tem`,
      hint: () => "devolva-a e registre na reunião seguinte o que for preciso corrigir",
      about:
        "A ata mais recente ainda não tem selo: é a reunião seguinte que o traz. Até lá, ela é comparada com a referência confiável. Atas se acrescentam, não se reescrevem.",
    },
  }),
  "sources/plan-version-missing": entry<{ version: string; why: "shallow" | "unknown" }>({
    severity: "warning",
    en: {
      message: ({ version, why }) =>
        why === "shallow"
          ? `the plan cannot be compared with \`${version}\`: the clone is shallow`
          : `the plan cannot be compared with \`${version}\`: git knows no such version`,
      hint: ({ why }) =>
        why === "shallow"
          ? "fetch the whole history: `git fetch --unshallow --tags`"
          : "name a tag or a commit that `git log` shows, or fetch the tags: `git fetch --tags`",
      about:
        "`plan-change: { since: … }` compares a stage as the data stand with how a version in git has it. Without that version nothing is shown, and nothing is taken for unchanged.",
    },
    pt: {
      message: ({ version, why }) =>
        why === "shallow"
          ? `o plano não pode ser comparado com \`${version}\`: o clone é raso`
          : `o plano não pode ser comparado com \`${version}\`: o git não conhece essa versão`,
      hint: ({ why }) =>
        why === "shallow"
          ? "traga o histórico completo: `git fetch --unshallow --tags`"
          : "indique uma tag ou um commit que `git log` mostre, ou traga as tags: `git fetch --tags`",
      about:
        "`plan-change: { since: … }` compara uma etapa como está nos dados com o que uma versão no git diz dela. Sem essa versão nada é mostrado, e nada é tido como inalterado.",
    },
  }),
};
