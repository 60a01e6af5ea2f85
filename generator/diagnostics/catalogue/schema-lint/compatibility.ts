import { entry } from "../entry.ts";

export const schemaCompatibilityCatalogue = {
  "evaluate/schema-column-dropped": entry<{ table: string; name: string }>({
    severity: "warning",
    en: {
      message: ({ table, name }) =>
        `the column \`${name}\` of \`${table}\` is dropped: programs that still name it fail`,
      hint: () => "release programs that do without it first; drop it in a later migration",
      about:
        "Between the migration and the release of every program that uses it, each query that names the column fails, and so do those of ORMs that name all columns. The data is gone.",
    },
    pt: {
      message: ({ table, name }) =>
        `a coluna \`${name}\` de \`${table}\` é removida: programas que ainda a usam falham`,
      hint: () =>
        "publique antes os programas que não precisam dela; remova-a numa migração posterior",
      about:
        "Entre a migração e a publicação de todos os programas que a usam, toda consulta que cita a coluna falha, e também as de ORMs que citam todas as colunas. Os dados se perdem.",
    },
  }),
  "evaluate/schema-table-dropped": entry<{ table: string; name: string }>({
    severity: "warning",
    en: {
      message: ({ table }) =>
        `\`${table}\` is dropped, with its rows: programs that still name it fail`,
      hint: () => "release programs that do without it first; keep a copy of the rows",
      about:
        "The rows are gone, and every query that names the table fails from now on. A table that was made by an earlier migration may be in use.",
    },
    pt: {
      message: ({ table }) =>
        `\`${table}\` é removida, com suas linhas: programas que ainda a usam falham`,
      hint: () => "publique antes os programas que não precisam dela; guarde uma cópia das linhas",
      about:
        "As linhas se perdem, e toda consulta que cita a tabela passa a falhar. Uma tabela criada por migração anterior pode estar em uso.",
    },
  }),
  "evaluate/schema-database-dropped": entry<{ table: string; name: string }>({
    severity: "warning",
    en: {
      message: ({ table }) => `the database \`${table}\` is dropped, with all that it holds`,
      hint: () => "take the statement out of the migrations",
      about:
        "No migration needs to drop a database, and one that runs in the wrong place cannot be taken back.",
    },
    pt: {
      message: ({ table }) => `o banco de dados \`${table}\` é removido, com tudo o que contém`,
      hint: () => "tire o comando das migrações",
      about:
        "Nenhuma migração precisa remover um banco de dados, e uma executada no lugar errado não se desfaz.",
    },
  }),
  "evaluate/schema-column-renamed": entry<{ table: string; name: string }>({
    severity: "warning",
    en: {
      message: ({ table, name }) =>
        `the column \`${name}\` of \`${table}\` is renamed: programs that know the old name fail`,
      hint: () =>
        "add a column with the new name and fill both, or rename and put a view with the old name in front",
      about:
        "From the migration until every program is released anew, either the old or the new version names a column that is not there.",
    },
    pt: {
      message: ({ table, name }) =>
        `a coluna \`${name}\` de \`${table}\` muda de nome: programas que conhecem o antigo falham`,
      hint: () =>
        "acrescente uma coluna com o nome novo e preencha as duas, ou ponha na frente uma visão com o nome antigo",
      about:
        "Da migração até a publicação de todos os programas, ou a versão antiga ou a nova cita uma coluna que não existe.",
    },
  }),
  "evaluate/schema-table-renamed": entry<{ table: string; name: string }>({
    severity: "warning",
    en: {
      message: ({ table }) => `\`${table}\` is renamed: programs that know the old name fail`,
      hint: () => "leave a view with the old name until all programs are released",
      about:
        "From the migration until every program is released anew, either the old or the new version names a table that is not there. A view of the old name bridges the time.",
    },
    pt: {
      message: ({ table }) => `\`${table}\` muda de nome: programas que conhecem o antigo falham`,
      hint: () => "deixe uma visão com o nome antigo até todos os programas serem publicados",
      about:
        "Da migração até a publicação de todos os programas, ou a versão antiga ou a nova cita uma tabela que não existe. Uma visão com o nome antigo cobre esse tempo.",
    },
  }),
  "evaluate/schema-null-allowed": entry<{ table: string; name: string }>({
    severity: "info",
    en: {
      message: ({ table, name }) =>
        `\`${name}\` of \`${table}\` may be NULL from now on: programs that count on a value may fail`,
      hint: () => "see that readers of the column cope with NULL before the first one is written",
      about:
        "Readers that were written for a column without NULL meet one as soon as somebody writes it, and taking the change back then fails.",
    },
    pt: {
      message: ({ table, name }) =>
        `\`${name}\` de \`${table}\` passa a aceitar nulos: programas que contam com um valor podem falhar`,
      hint: () => "veja se quem lê a coluna lida com nulos antes que o primeiro seja gravado",
      about:
        "Quem foi escrito para uma coluna sem nulos encontra um assim que alguém o grava, e voltar atrás então falha.",
    },
  }),
  "evaluate/schema-truncate-cascade": entry<{ table: string; name: string }>({
    severity: "warning",
    en: {
      message: ({ table }) =>
        `\`TRUNCATE … CASCADE\` empties \`${table}\`, and every table that refers to it`,
      hint: () => "name the tables that should be emptied, without `CASCADE`",
      about:
        "CASCADE follows foreign keys to any depth: a table that somebody added later is emptied as well, without being named.",
    },
    pt: {
      message: ({ table }) =>
        `\`TRUNCATE … CASCADE\` esvazia \`${table}\` e todas as tabelas que apontam para ela`,
      hint: () => "indique as tabelas a esvaziar, sem `CASCADE`",
      about:
        "CASCADE segue as chaves estrangeiras até o fim: uma tabela acrescentada depois também é esvaziada, sem ser citada.",
    },
  }),
  "evaluate/schema-concurrently-in-transaction": entry<{ table: string; name: string }>({
    severity: "warning",
    en: {
      message: ({ table }) => `the statement on \`${table}\` cannot run inside a transaction`,
      hint: () => "put it outside of `BEGIN … COMMIT` and of blocks, in a migration of its own",
      about:
        "CREATE INDEX, DROP INDEX, REINDEX and DETACH PARTITION … CONCURRENTLY, and VACUUM, commit on their own while they work. PostgreSQL refuses them in a transaction or a DO block.",
    },
    pt: {
      message: ({ table }) =>
        `o comando sobre \`${table}\` não pode ser executado dentro de uma transação`,
      hint: () => "ponha-o fora de `BEGIN … COMMIT` e de blocos, numa migração própria",
      about:
        "CREATE INDEX, DROP INDEX, REINDEX e DETACH PARTITION … CONCURRENTLY, e VACUUM, confirmam por conta própria enquanto trabalham. O PostgreSQL os recusa numa transação ou num bloco DO.",
    },
  }),
};
