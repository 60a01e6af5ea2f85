import type { SourceName } from "#model/settings.ts";

const sourcesEn: Partial<Record<SourceName, string>> = {
  openapi: "OpenAPI documents",
  sql: "PostgreSQL migrations, in order, or the schema in one file",
  git: "the history: changelog, dates, authors; `.` is the whole repository",
  typescript: "entry points of TypeScript code: what they export is documented",
  pages: "Markdown that people write",
};

const sourcesPt: Partial<Record<SourceName, string>> = {
  openapi: "documentos OpenAPI",
  sql: "migrações do PostgreSQL, em ordem, ou o esquema em um só arquivo",
  git: "o histórico: changelog, datas, autores; `.` é o repositório inteiro",
  typescript: "pontos de entrada do código TypeScript: o que exportam é documentado",
  pages: "Markdown que pessoas escrevem",
};

/** What `init` says, in each language. */
export const initTexts = {
  "pt-BR": {
    operands: "init não aceita alvo; outro arquivo se indica com --config",
    exists: (file: string) => `${file} já existe; edite-o, ou indique outro com --config`,
    nothing:
      "nada aqui tem o nome ou a forma de uma fonte (OpenAPI, migrações SQL, git, src/index.ts, Markdown);\nexecute na raiz do repositório, ou escreva `sources:` à mão: veja o README",
    written: (file: string, sources: readonly string[], isIgnored: boolean) =>
      [
        `${file} foi escrito; o rastro lê agora:`,
        ...sources.map((source) => `  ${source}`),
        ...(isIgnored ? [] : ["out/ é feito de novo a cada vez: liste-o em .gitignore"]),
        "em seguida: rastro gen, e abra out/site/index.html",
      ].join("\n"),
    about: "O que o rastro lê, e como se chama o que ele faz.",
    sources: sourcesPt,
    others: "também há aqui:",
    otherSql: "também há aqui; cada banco de dados pede um projeto próprio em `projects:`:",
  },
  en: {
    operands: "init takes nothing; another file is named with --config",
    exists: (file: string) => `${file} is already there; edit it, or name another with --config`,
    nothing:
      "nothing here has the name or looks of a source (OpenAPI, SQL migrations, git, src/index.ts, Markdown);\nrun it at the root of the repository, or write `sources:` by hand: see the README",
    written: (file: string, sources: readonly string[], isIgnored: boolean) =>
      [
        `${file} was written; rastro now reads:`,
        ...sources.map((source) => `  ${source}`),
        ...(isIgnored ? [] : ["out/ is made anew each time: list it in .gitignore"]),
        "next: rastro gen, and open out/site/index.html",
      ].join("\n"),
    about: "What rastro reads, and what it calls what it makes.",
    sources: sourcesEn,
    others: "here too:",
    otherSql: "here too; each database wants a project of its own, under `projects:`:",
  },
} as const;
