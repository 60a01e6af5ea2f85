import { entry } from "../entry.ts";

export const schemaStructureCatalogue = {
  "evaluate/schema-no-primary-key": entry<{ table: string }>({
    severity: "warning",
    en: {
      message: ({ table }) => `\`${table}\` has no primary key`,
      hint: () => "name the columns that tell its rows apart, or add an identity column",
      about:
        "Without a primary key two rows can be the same, no foreign key can refer to one of them, and logical replication cannot say which one changed or went.",
    },
    pt: {
      message: ({ table }) => `\`${table}\` não tem chave primária`,
      hint: () =>
        "indique as colunas que distinguem as linhas ou acrescente uma coluna de identidade",
      about:
        "Sem chave primária, duas linhas podem ser iguais, nenhuma chave estrangeira pode apontar para uma delas e a replicação lógica não sabe dizer qual mudou ou saiu.",
    },
  }),
  "evaluate/schema-unindexed-foreign-key": entry<{
    table: string;
    constraint: string;
    columns: string;
  }>({
    severity: "warning",
    en: {
      message: ({ table, constraint, columns }) =>
        `no index of \`${table}\` starts with the columns of its foreign key \`${constraint}\` (${columns})`,
      hint: ({ table, columns }) => `create an index on \`${table} (${columns})\``,
      about:
        "Each row that is deleted or gets another key in the table that is referred to makes PostgreSQL look for rows that refer to it. Without an index it reads the whole table each time, and so does every join over the key.",
    },
    pt: {
      message: ({ table, constraint, columns }) =>
        `nenhum índice de \`${table}\` começa com as colunas da chave estrangeira \`${constraint}\` (${columns})`,
      hint: ({ table, columns }) => `crie um índice em \`${table} (${columns})\``,
      about:
        "Cada linha apagada, ou de chave alterada, na tabela referida faz o PostgreSQL procurar as linhas que apontam para ela. Sem índice, ele lê a tabela inteira a cada vez, e o mesmo vale para toda junção pela chave.",
    },
  }),
  "evaluate/schema-duplicate-index": entry<{ index: string; same: string; table: string }>({
    severity: "warning",
    en: {
      message: ({ index, same, table }) =>
        `the index \`${index}\` of \`${table}\` does what \`${same}\` does already`,
      hint: () => "drop one of the two",
      about:
        "Both hold the same columns in the same order. Every write keeps both up to date, both take space, and no query is faster for it. A primary key or unique constraint has an index of its own.",
    },
    pt: {
      message: ({ index, same, table }) =>
        `o índice \`${index}\` de \`${table}\` faz o que \`${same}\` já faz`,
      hint: () => "remova um dos dois",
      about:
        "Os dois guardam as mesmas colunas na mesma ordem. Cada gravação atualiza ambos, ambos ocupam espaço e nenhuma consulta fica mais rápida. Uma chave primária ou restrição de unicidade já tem índice próprio.",
    },
  }),
  "evaluate/schema-materialized-view-without-unique-index": entry<{ view: string }>({
    severity: "info",
    en: {
      message: ({ view }) =>
        `\`${view}\` has no unique index over all its rows, so each refresh keeps readers waiting`,
      hint: () =>
        "create a unique index on columns that tell its rows apart, and refresh it `CONCURRENTLY`",
      about:
        "REFRESH MATERIALIZED VIEW locks the view until the new contents are there. CONCURRENTLY it does not, but needs a unique index of columns alone, without a WHERE.",
    },
    pt: {
      message: ({ view }) =>
        `\`${view}\` não tem índice único sobre todas as linhas; cada atualização faz os leitores esperarem`,
      hint: () =>
        "crie um índice único nas colunas que distinguem as linhas e atualize-a `CONCURRENTLY`",
      about:
        "REFRESH MATERIALIZED VIEW bloqueia a visão até o novo conteúdo estar pronto. Com CONCURRENTLY não bloqueia, mas precisa de um índice único só de colunas, sem WHERE.",
    },
  }),
  "evaluate/schema-partition-gap": entry<{
    table: string;
    before: string;
    partition: string;
    from: string;
    to: string;
  }>({
    severity: "warning",
    en: {
      message: ({ table, before, partition, from, to }) =>
        `no partition of \`${table}\` holds values from ${from} to ${to}, between \`${before}\` and \`${partition}\``,
      hint: () => "create the partition that is missing, or a `DEFAULT` one",
      about:
        "A row whose key lies between two partitions is refused. A gap in the middle of a range is mostly a partition that somebody forgot, or a bound with a typing mistake.",
    },
    pt: {
      message: ({ table, before, partition, from, to }) =>
        `nenhuma partição de \`${table}\` guarda valores de ${from} a ${to}, entre \`${before}\` e \`${partition}\``,
      hint: () => "crie a partição que falta ou uma `DEFAULT`",
      about:
        "Uma linha cuja chave cai entre duas partições é recusada. Uma lacuna no meio de um intervalo é quase sempre uma partição esquecida ou um limite com erro de digitação.",
    },
  }),
};
