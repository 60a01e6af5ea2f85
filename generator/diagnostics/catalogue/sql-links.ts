import { entry } from "./entry.ts";

export const sqlLinksCatalogue = {
  "sources/sql-unknown-migration": entry<{ name: string }>({
    severity: "error",
    en: {
      message: ({ name }) => `\`${name}\` names no single migration`,
      hint: () => "write the name of the file, or a start of it that no other has",
      about:
        "The schema of another day is the one after a migration. Its name is that of its file, without the extension; a start is enough when only one file has it.",
    },
    pt: {
      message: ({ name }) => `\`${name}\` não nomeia uma única migração`,
      hint: () => "escreva o nome do arquivo, ou um começo que nenhum outro tenha",
      about:
        "O esquema de outro dia é o que havia depois de uma migração. O nome dela é o do arquivo, sem a extensão; um começo basta quando só um arquivo o tem.",
    },
  }),
  "graph/no-such-table": entry<{ name: string }>({
    severity: "warning",
    en: {
      message: ({ name }) => `\`${name}\` is read or written, but no migration creates it`,
      hint: () => "correct the name, or create the table or view in a migration",
      about:
        "A call such as `.from('x')`, or a PostgREST path `/x`, leads to a table or view. The migrations of the project create none of that name, so the call fails when it runs.",
    },
    pt: {
      message: ({ name }) => `\`${name}\` é lido ou escrito, mas nenhuma migração o cria`,
      hint: () => "corrija o nome, ou crie a tabela ou visão numa migração",
      about:
        "Uma chamada como `.from('x')`, ou um caminho `/x` do PostgREST, leva a uma tabela ou visão. As migrações do projeto não criam nenhuma com esse nome, portanto a chamada falha quando é feita.",
    },
  }),
  "graph/no-such-function": entry<{ name: string }>({
    severity: "warning",
    en: {
      message: ({ name }) => `\`${name}\` is called, but no migration creates that function`,
      hint: () => "correct the name, or create the function in a migration",
      about:
        "A call such as `.rpc('f')`, or a PostgREST path `/rpc/f`, runs a function of the database. The migrations of the project create none of that name, so the call fails when it is made.",
    },
    pt: {
      message: ({ name }) => `\`${name}\` é chamada, mas nenhuma migração cria essa função`,
      hint: () => "corrija o nome, ou crie a função numa migração",
      about:
        "Uma chamada como `.rpc('f')`, ou um caminho `/rpc/f` do PostgREST, executa uma função do banco. As migrações do projeto não criam nenhuma com esse nome, portanto a chamada falha quando é feita.",
    },
  }),
};
