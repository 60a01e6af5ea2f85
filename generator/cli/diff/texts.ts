import type { Language } from "#model/pages/page.ts";

const list = (names: readonly string[]): string => names.map((each) => `\n  ${each}`).join("");

const texts = {
  "pt-BR": {
    schema: (from: string, to: string) => `Esquema: ${from} → ${to}`,
    code: (from: string, to: string) => `Código: ${from} → ${to}`,
    nothing: "Nada mudou.",
    breaking: "Quebra quem usa",
    compatible: "Compatível",
    unclassified: "Não classificado",
    spelling: "Só escrito de outro modo",
    added: "criado",
    removed: "removido",
    changed: "mudado",
    renamed: "renomeado",
    differs: "mudou",
    counts: (breaking: number, compatible: number, unclassified: number) =>
      `${breaking} quebram, ${compatible} compatíveis, ${unclassified} não classificadas`,
    spelled: (count: number) => `${count} só escritas de outro modo`,
    inside: (count: number) => `e ${count} que vêm ou vão com sua tabela ou seu esquema`,
    noSql: "a configuração não tem fonte sql; compare pastas com path:<pasta>",
    noCode: "a configuração não tem fonte typescript, cujas revisões se comparam",
    noApi: (name: string) =>
      `\`${name}\` não é um arquivo, e a configuração não tem fonte openapi para ler como revisão`,
    ambiguous: (name: string, names: readonly string[]) =>
      `várias migrações começam com \`${name}\`:${list(names)}`,
    unknownVersion: (name: string, names: readonly string[]) =>
      `\`${name}\` não é uma migração nem uma revisão do git${list(names)}`,
    unknownRevision: (name: string) => `o git não conhece a revisão \`${name}\``,
    unknownPath: (path: string) => `\`${path}\` não existe`,
    unreadableSettings: (file: string) => `\`${file}\` tem erros; veja rastro check`,
    kind: "Tipo",
    object: "Objeto",
    change: "Mudança",
    detail: "Antes → depois",
  },
  en: {
    schema: (from: string, to: string) => `Schema: ${from} → ${to}`,
    code: (from: string, to: string) => `Code: ${from} → ${to}`,
    nothing: "Nothing changed.",
    breaking: "Breaking",
    compatible: "Compatible",
    unclassified: "Unclassified",
    spelling: "Only written in another way",
    added: "added",
    removed: "removed",
    changed: "changed",
    renamed: "renamed",
    differs: "differs",
    counts: (breaking: number, compatible: number, unclassified: number) =>
      `${breaking} breaking, ${compatible} compatible, ${unclassified} unclassified`,
    spelled: (count: number) => `${count} only written in another way`,
    inside: (count: number) => `and ${count} that come or go with their table or schema`,
    noSql: "the settings have no sql source; compare folders with path:<folder>",
    noCode: "the settings have no typescript source whose revisions could be compared",
    noApi: (name: string) =>
      `\`${name}\` is no file, and the settings have no openapi source to read as a revision`,
    ambiguous: (name: string, names: readonly string[]) =>
      `several migrations start with \`${name}\`:${list(names)}`,
    unknownVersion: (name: string, names: readonly string[]) =>
      `\`${name}\` is no migration and no revision of git${list(names)}`,
    unknownRevision: (name: string) => `git knows no revision \`${name}\``,
    unknownPath: (path: string) => `\`${path}\` does not exist`,
    unreadableSettings: (file: string) => `\`${file}\` has errors; see rastro check`,
    kind: "Kind",
    object: "Object",
    change: "Change",
    detail: "Before → after",
  },
} as const;

/** What `diff` itself says, in one language. */
export const diffTexts = (language: Language): (typeof texts)[Language] => texts[language];
