import type { Language } from "#model/pages/page.ts";

const texts = {
  "pt-BR": {
    checked: (pages: number, internal: number, external: number) =>
      `${pages} páginas, ${internal + external} links: ${internal} conferidos, ${external} para fora, não conferidos`,
    asked: (pages: number, internal: number, external: number) =>
      `${pages} páginas, ${internal + external} links: ${internal} conferidos, ${external} para fora, perguntados`,
    passedOver: (pages: number) =>
      `${pages === 1 ? "1 página" : `${pages} páginas`} de terceiros ou de testes, não conferidas`,
    anchors: (name: string) => `âncoras como as de ${name} (--anchors)`,
    fixable: (count: number, command: string) =>
      `${count === 1 ? "1 tem" : `${count} têm`} correção certa: ${command}`,
    fixedCount: (count: number, files: number) => `${count} correções em ${files} arquivos`,
    wouldFix: (count: number, files: number) =>
      `${count} correções em ${files} arquivos; nada foi escrito`,
  },
  en: {
    checked: (pages: number, internal: number, external: number) =>
      `${pages} pages, ${internal + external} links: ${internal} checked, ${external} to elsewhere, not checked`,
    asked: (pages: number, internal: number, external: number) =>
      `${pages} pages, ${internal + external} links: ${internal} checked, ${external} to elsewhere, asked for`,
    passedOver: (pages: number) =>
      `${pages === 1 ? "1 page" : `${pages} pages`} of others or of tests, not checked`,
    anchors: (name: string) => `anchors as those of ${name} (--anchors)`,
    fixable: (count: number, command: string) =>
      `${count === 1 ? "1 has" : `${count} have`} a certain fix: ${command}`,
    fixedCount: (count: number, files: number) => `${count} fixes in ${files} files`,
    wouldFix: (count: number, files: number) =>
      `${count} fixes in ${files} files; nothing was written`,
  },
} as const;

/** What the link check says beside its findings. */
export const linkTexts = (language: Language): (typeof texts)[Language] => texts[language];
