import { entry } from "../entry.ts";

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
  "sources/sql-does-nothing": entry<{ statement: string; other: string }>({
    severity: "info",
    en: {
      message: ({ statement, other }) =>
        `\`${statement}\` does nothing here: what has that name is \`${other}\``,
      hint: () => "write the schema in front of the name, or choose another name",
      about:
        "`IF EXISTS` passes silently over an object that is not where the name is looked up, and `CREATE INDEX IF NOT EXISTS` over a name that an index of another table has. The statement runs, and nothing changes.",
    },
    pt: {
      message: ({ statement, other }) =>
        `\`${statement}\` não faz nada aqui: quem tem esse nome é \`${other}\``,
      hint: () => "escreva o esquema antes do nome ou escolha outro nome",
      about:
        "`IF EXISTS` ignora em silêncio um objeto que não está onde o nome é procurado, e `CREATE INDEX IF NOT EXISTS` um nome que já é de um índice de outra tabela. O comando é executado e nada muda.",
    },
  }),
  "sources/sql-body-needs": entry<{ routine: string; table: string }>({
    severity: "warning",
    en: {
      message: ({ routine, table }) =>
        `\`${routine}\` names the table \`${table}\`, which is not there after all migrations`,
      hint: () => "correct the name, drop the function, or add the migration that makes the table",
      about:
        "PostgreSQL looks at the tables of a PL/pgSQL body only when it runs, and then the function fails; a body of SQL is refused when it is created. Tables that a function makes for itself and the rows of a trigger are not meant.",
    },
    pt: {
      message: ({ routine, table }) =>
        `\`${routine}\` cita a tabela \`${table}\`, que não existe depois de todas as migrações`,
      hint: () => "corrija o nome, remova a função ou acrescente a migração que cria a tabela",
      about:
        "O PostgreSQL só examina as tabelas de um corpo em PL/pgSQL quando ele é executado, e então a função falha; um corpo em SQL é recusado ao ser criado. Tabelas que uma função cria para si e as linhas de um gatilho não contam.",
    },
  }),
};
