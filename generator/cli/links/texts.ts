import type { Language } from "#model/pages/page.ts";

const fixesPt = (count: number, files: number): string =>
  `${count} ${count === 1 ? "correção" : "correções"} em ${files} ${files === 1 ? "arquivo" : "arquivos"}`;
const fixesEn = (count: number, files: number): string =>
  `${count} ${count === 1 ? "fix" : "fixes"} in ${files} ${files === 1 ? "file" : "files"}`;

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
    fixedCount: fixesPt,
    wouldFix: (count: number, files: number) => `${fixesPt(count, files)}; nada foi escrito`,
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
    fixedCount: fixesEn,
    wouldFix: (count: number, files: number) => `${fixesEn(count, files)}; nothing was written`,
  },
} as const;

/** What the link check says beside its findings. */
export const linkTexts = (language: Language): (typeof texts)[Language] => texts[language];
