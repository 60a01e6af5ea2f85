import type { Language } from "#model/pages/page.ts";

const texts = {
  "pt-BR": {
    noCommand: "measure precisa de um comando depois de --",
    noId: "dê um nome à execução: --id <id>, com letras, algarismos, ponto, hífen e sublinhado",
    noFolder: "diga onde registrar: --to <arquivo>, dentro da pasta da configuração",
    noCommit: "nada foi executado: sem um commit do git, ninguém saberia o que foi medido",
    coversNothing: "nada foi executado: --covers não encontra nenhum arquivo",
    notFound: (program: string) => `comando não encontrado: ${program}`,
    written: (path: string) => `registrado em ${path}`,
    replaced: (path: string) => `registrado de novo em ${path}`,
    failed: (exit: number) =>
      `o comando terminou com ${String(exit)}: o que imprimiu não foi registrado`,
    broken: "o JSON do comando tem métricas sem nome, unidade ou número: não foi registrado",
    dirty:
      "há alterações fora do commit: sem --covers, os valores contam como declarados, não medidos",
  },
  en: {
    noCommand: "measure needs a command after --",
    noId: "name the run: --id <id>, of letters, digits, dots, hyphens and underscores",
    noFolder: "say where to record it: --to <file>, inside the folder of the settings",
    noCommit: "nothing was run: without a git commit nobody would know what was measured",
    coversNothing: "nothing was run: --covers finds no file",
    notFound: (program: string) => `command not found: ${program}`,
    written: (path: string) => `recorded in ${path}`,
    replaced: (path: string) => `recorded anew in ${path}`,
    failed: (exit: number) =>
      `the command ended with ${String(exit)}: what it printed was not recorded`,
    broken: "the command's JSON has metrics without a name, unit or number: it was not recorded",
    dirty:
      "files differ from the commit: without --covers the figures count as declared, not measured",
  },
} as const;

/** What `measure` says, in one language. */
export const measureTexts = (language: Language) => texts[language];
