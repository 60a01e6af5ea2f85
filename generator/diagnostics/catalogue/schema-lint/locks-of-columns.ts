import { entry } from "../entry.ts";

export const schemaLocksOfColumnsCatalogue = {
  "evaluate/schema-required-column-added": entry<{ table: string; name: string }>({
    severity: "warning",
    en: {
      message: ({ table, name }) =>
        `\`${table}\` gets the column \`${name}\`, which is \`NOT NULL\` and has no default: rows that are there have no value for it`,
      hint: () => "give it a default, or add it nullable, fill it, and forbid NULL afterwards",
      about:
        "On a table with rows PostgreSQL refuses the statement; on an empty one it passes, so that the mistake shows only in production. Programs that insert without the column fail too.",
    },
    pt: {
      message: ({ table, name }) =>
        `\`${table}\` ganha a coluna \`${name}\`, que é \`NOT NULL\` e não tem valor padrão: as linhas que já existem ficam sem valor`,
      hint: () =>
        "dê-lhe um valor padrão, ou acrescente-a aceitando nulos, preencha-a e só depois proíba nulos",
      about:
        "Numa tabela com linhas, o PostgreSQL recusa o comando; numa vazia ele passa, e o erro só aparece em produção. Programas que incluem linhas sem a coluna também falham.",
    },
  }),
  "evaluate/schema-rewriting-column-added": entry<{ table: string; name: string }>({
    severity: "warning",
    en: {
      message: ({ table, name }) => `adding \`${name}\` writes every row of \`${table}\` anew`,
      hint: () =>
        "add the column without it, set the default for new rows, and fill old rows in batches",
      about:
        "A default that differs from row to row (`gen_random_uuid()`, a serial or identity column) and a stored generated column must be computed for each row at once: the table is copied while nobody may read or write. A constant default costs nothing since PostgreSQL 11.",
    },
    pt: {
      message: ({ table, name }) =>
        `acrescentar \`${name}\` regrava todas as linhas de \`${table}\``,
      hint: () =>
        "acrescente a coluna sem isso, defina o valor padrão para linhas novas e preencha as antigas em lotes",
      about:
        "Um valor padrão que muda de linha para linha (`gen_random_uuid()`, coluna serial ou de identidade) e uma coluna gerada e armazenada precisam ser calculados de uma vez: a tabela é copiada enquanto ninguém lê nem grava. Um padrão constante não custa nada desde o PostgreSQL 11.",
    },
  }),
  "evaluate/schema-type-changed": entry<{ table: string; name: string }>({
    severity: "warning",
    en: {
      message: ({ table, name }) =>
        `changing the type of \`${name}\` locks \`${table}\` and may write it anew`,
      hint: () => "add a column of the new type, fill it in batches, and change over",
      about:
        "Most changes of type copy the table and build its indexes again while nobody may read it; programs that know the old type may break. A longer `varchar` and `text` in its place are safe.",
    },
    pt: {
      message: ({ table, name }) =>
        `mudar o tipo de \`${name}\` bloqueia \`${table}\` e pode regravá-la`,
      hint: () => "acrescente uma coluna do tipo novo, preencha-a em lotes e faça a troca",
      about:
        "A maioria das mudanças de tipo copia a tabela e refaz os índices enquanto ninguém a lê; programas que conhecem o tipo antigo podem quebrar. Um `varchar` mais longo, ou `text` em seu lugar, não traz risco.",
    },
  }),
  "evaluate/schema-null-forbidden": entry<{ table: string; name: string }>({
    severity: "warning",
    en: {
      message: ({ table, name }) =>
        `\`SET NOT NULL\` on \`${name}\` reads all of \`${table}\` while nobody may read or write it`,
      hint: ({ name }) =>
        `add \`CHECK (${name} IS NOT NULL) NOT VALID\`, validate it, then set NOT NULL and drop the check`,
      about:
        "PostgreSQL must see that no row has NULL, and holds the strongest lock meanwhile. A validated check that says the same spares it the reading.",
    },
    pt: {
      message: ({ table, name }) =>
        `\`SET NOT NULL\` em \`${name}\` lê \`${table}\` inteira enquanto ninguém a lê nem grava`,
      hint: ({ name }) =>
        `acrescente \`CHECK (${name} IS NOT NULL) NOT VALID\`, valide-a, e então proíba nulos e remova a verificação`,
      about:
        "O PostgreSQL precisa ver que nenhuma linha é nula e mantém o bloqueio mais forte enquanto isso. Uma verificação já validada que diz o mesmo o poupa da leitura.",
    },
  }),
  "evaluate/schema-foreign-key-validated": entry<{ table: string; name: string }>({
    severity: "warning",
    en: {
      message: ({ table, name }) =>
        `the foreign key \`${name}\` of \`${table}\` looks every row up while both tables are locked against writes`,
      hint: () => "add it `NOT VALID`, and `VALIDATE CONSTRAINT` in a later migration",
      about:
        "A new foreign key is checked for all rows that are there. `NOT VALID` leaves them out and holds for new rows at once; validating later locks far less.",
    },
    pt: {
      message: ({ table, name }) =>
        `a chave estrangeira \`${name}\` de \`${table}\` confere todas as linhas enquanto as duas tabelas não aceitam gravações`,
      hint: () => "acrescente-a `NOT VALID` e faça `VALIDATE CONSTRAINT` numa migração posterior",
      about:
        "Uma chave estrangeira nova é conferida em todas as linhas existentes. `NOT VALID` as deixa de fora e vale desde já para as novas; validar depois bloqueia muito menos.",
    },
  }),
  "evaluate/schema-domain-constraint-validated": entry<{ table: string; name: string }>({
    severity: "warning",
    en: {
      message: ({ table, name }) =>
        `\`${name}\` of the domain \`${table}\` reads every column of it, in all tables, while nobody may write`,
      hint: () =>
        "add a check `NOT VALID`, and `VALIDATE CONSTRAINT` in a later migration; ask for values in the tables",
      about:
        "A domain belongs to many tables: what it asks anew is computed for all rows of all of them in one transaction, which holds their locks until the last.",
    },
    pt: {
      message: ({ table, name }) =>
        `\`${name}\` do domínio \`${table}\` lê todas as colunas dele, em todas as tabelas, enquanto ninguém grava`,
      hint: () =>
        "acrescente a verificação `NOT VALID` e faça `VALIDATE CONSTRAINT` numa migração posterior; exija valores nas tabelas",
      about:
        "Um domínio pertence a muitas tabelas: o que ele passa a exigir é calculado em todas as linhas de todas elas numa só transação, que segura os bloqueios até a última.",
    },
  }),
  "evaluate/schema-check-validated": entry<{ table: string; name: string }>({
    severity: "warning",
    en: {
      message: ({ table, name }) =>
        `the check \`${name}\` of \`${table}\` reads every row while nobody may read or write`,
      hint: () => "add it `NOT VALID`, and `VALIDATE CONSTRAINT` in a later migration",
      about:
        "A new check is computed for all rows under the strongest lock. `NOT VALID` leaves old rows out and holds for new ones at once; validating later lets others read and write.",
    },
    pt: {
      message: ({ table, name }) =>
        `a verificação \`${name}\` de \`${table}\` lê todas as linhas enquanto ninguém lê nem grava`,
      hint: () => "acrescente-a `NOT VALID` e faça `VALIDATE CONSTRAINT` numa migração posterior",
      about:
        "Uma verificação nova é calculada em todas as linhas sob o bloqueio mais forte. `NOT VALID` deixa de fora as antigas e vale desde já para as novas; validar depois deixa os outros lerem e gravarem.",
    },
  }),
};
