import type { Language } from "#model/pages/page.ts";

const texts = {
  "pt-BR": {
    operands: "sync precisa de: new <data> [projeto]",
    noProgramme: "nenhum projeto tem dados de programa em `sources.programme`",
    which: (names: readonly string[]) => `há mais de um programa; indique um: ${names.join(", ")}`,
    noSuchDay: (day: string) => `'${day}' não é um dia do calendário: escreva 2026-02-11`,
    taken: (day: string, place: string) => `já há uma reunião em ${day}: ${place}`,
    exists: (path: string) => `o arquivo ${path} já existe, e não é sobrescrito`,
    written: (path: string) => `escrito: ${path}`,
    refused: "nada foi escrito: há erros",
    title: (order: number) => `Daily sync ${String(order)}`,
    agenda: ["O que mudou desde a última reunião", "Bloqueios", "Ações, prazos e responsáveis"],
    none: "Nada registrado.",
    noHistory: "não se sabe: o projeto não tem fonte git",
    parts: {
      blockers: "Bloqueios abertos",
      actions: "Ações abertas",
      deliverables: "Entregas vencidas ou do dia",
      checkpoints: "Checkpoints dos próximos sete dias",
      commits: "Commits desde a última reunião",
    },
    weekdays: [
      "domingo",
      "segunda-feira",
      "terça-feira",
      "quarta-feira",
      "quinta-feira",
      "sexta-feira",
      "sábado",
    ],
    after: (id: string) =>
      ` Depois da reunião: status: held, e então present, absent e discussion.\n Decisões, ações e bloqueios vão em suas coleções, com raised-in: ${id}.`,
  },
  en: {
    operands: "sync needs: new <date> [project]",
    noProgramme: "no project has programme data in `sources.programme`",
    which: (names: readonly string[]) =>
      `there is more than one programme; name one: ${names.join(", ")}`,
    noSuchDay: (day: string) => `'${day}' is no day of the calendar: write 2026-02-11`,
    taken: (day: string, place: string) => `there is a meeting on ${day} already: ${place}`,
    exists: (path: string) => `the file ${path} is there already, and is not overwritten`,
    written: (path: string) => `written: ${path}`,
    refused: "nothing was written: there are errors",
    title: (order: number) => `Daily sync ${String(order)}`,
    agenda: ["What changed since the last meeting", "Blockers", "Actions, dates and owners"],
    none: "Nothing recorded.",
    noHistory: "not known: the project has no git source",
    parts: {
      blockers: "Open blockers",
      actions: "Open actions",
      deliverables: "Deliverables due by that day",
      checkpoints: "Checkpoints of the next seven days",
      commits: "Commits since the last meeting",
    },
    weekdays: ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"],
    after: (id: string) =>
      ` After the meeting: status: held, then present, absent and discussion.\n Decisions, actions and blockers go into their collections, with raised-in: ${id}.`,
  },
} as const;

export const syncTexts = (language: Language): (typeof texts)[Language] => texts[language];
