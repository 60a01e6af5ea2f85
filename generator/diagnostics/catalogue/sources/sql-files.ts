import { entry } from "../entry.ts";

/** What is said of the files of migrations that are not applied. */
export const sqlFilesCatalogue = {
  "sources/sql-down-section": entry<Record<never, never>>({
    severity: "info",
    en: {
      message: () => "the part that undoes this migration is not applied",
      about:
        "Some tools keep both ways in one file, behind `-- +goose Down` or `-- migrate:down`. The reference shows the schema after all migrations, so what takes them back is left out.",
    },
    pt: {
      message: () => "a parte que desfaz esta migração não é aplicada",
      about:
        "Algumas ferramentas guardam os dois sentidos num arquivo, atrás de `-- +goose Down` ou `-- migrate:down`. A referência mostra o esquema depois de todas as migrações, por isso o que as desfaz fica de fora.",
    },
  }),
  "sources/sql-down-migration": entry<{ count: number }>({
    severity: "info",
    en: {
      message: ({ count }) =>
        `${String(count)} ${count === 1 ? "file undoes a migration and is" : "files undo migrations and are"} not applied`,
      about:
        "Files named `down.sql`, `*.down.sql` or `*.undo.sql` take back what their counterpart does. The reference shows the schema after all migrations, so they stay apart.",
    },
    pt: {
      message: ({ count }) =>
        count === 1
          ? "1 arquivo desfaz uma migração e não é aplicado"
          : `${String(count)} arquivos desfazem migrações e não são aplicados`,
      about:
        "Arquivos chamados `down.sql`, `*.down.sql` ou `*.undo.sql` desfazem o que seu par faz. A referência mostra o esquema depois de todas as migrações, por isso eles ficam à parte.",
    },
  }),
  "sources/sql-other-database": entry<{ count: number }>({
    severity: "info",
    en: {
      message: ({ count }) =>
        `${String(count)} ${count === 1 ? "file is" : "files are"} for another database and not applied`,
      about:
        "Some tools keep a file for each database side by side: `a.mysql.up.sql`, `a.postgres.up.sql`. What is called after another database stays apart, and so does `a.up.sql` where there is one for PostgreSQL.",
    },
    pt: {
      message: ({ count }) =>
        count === 1
          ? "1 arquivo é de outro banco de dados e não é aplicado"
          : `${String(count)} arquivos são de outros bancos de dados e não são aplicados`,
      about:
        "Algumas ferramentas guardam lado a lado um arquivo para cada banco: `a.mysql.up.sql`, `a.postgres.up.sql`. O que tem o nome de outro banco fica à parte, e também `a.up.sql` onde há um para o PostgreSQL.",
    },
  }),
  "sources/sql-loose-file": entry<{ count: number }>({
    severity: "info",
    en: {
      message: ({ count }) =>
        `${String(count)} ${count === 1 ? "file lies" : "files lie"} beside the folders of migrations and ${count === 1 ? "is" : "are"} not applied`,
      hint: () => "name the file under `sources.sql` if it is a migration",
      about:
        "Diesel and Prisma keep each migration in a folder of its own, as `up.sql` or `migration.sql`. A file beside those folders is a script that somebody runs by hand.",
    },
    pt: {
      message: ({ count }) =>
        count === 1
          ? "1 arquivo fica ao lado das pastas das migrações e não é aplicado"
          : `${String(count)} arquivos ficam ao lado das pastas das migrações e não são aplicados`,
      hint: () => "nomeie o arquivo em `sources.sql` se ele for uma migração",
      about:
        "Diesel e Prisma guardam cada migração numa pasta própria, como `up.sql` ou `migration.sql`. Um arquivo ao lado dessas pastas é um script que alguém executa à mão.",
    },
  }),
};
