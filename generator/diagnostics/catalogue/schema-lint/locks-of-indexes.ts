import { entry } from "../entry.ts";

export const schemaLocksOfIndexesCatalogue = {
  "evaluate/schema-key-builds-index": entry<{ table: string; name: string }>({
    severity: "warning",
    en: {
      message: ({ table, name }) =>
        `the key \`${name}\` of \`${table}\` builds its index while nobody may read or write`,
      hint: () => "create the unique index `CONCURRENTLY`, then `ADD CONSTRAINT … USING INDEX`",
      about:
        "A primary key, unique or exclusion constraint needs an index, which is built under the strongest lock. One that was built concurrently before can become the constraint's in a moment.",
    },
    pt: {
      message: ({ table, name }) =>
        `a chave \`${name}\` de \`${table}\` constrói seu índice enquanto ninguém lê nem grava`,
      hint: () => "crie o índice único `CONCURRENTLY` e depois `ADD CONSTRAINT … USING INDEX`",
      about:
        "Uma chave primária, restrição de unicidade ou de exclusão precisa de um índice, construído sob o bloqueio mais forte. Um índice construído antes, sem bloqueio, passa a ser o da restrição num instante.",
    },
  }),
  "evaluate/schema-index-not-concurrent": entry<{ table: string; name: string }>({
    severity: "warning",
    en: {
      message: ({ table, name }) =>
        `nobody may write \`${table}\` while the index \`${name}\` is built`,
      hint: () => "write `CREATE INDEX CONCURRENTLY`, in a migration without a transaction",
      about:
        "CREATE INDEX locks the table against writes until it has read all of it. CONCURRENTLY takes longer and cannot run in a transaction, but lets others write.",
    },
    pt: {
      message: ({ table, name }) =>
        `ninguém pode gravar em \`${table}\` enquanto o índice \`${name}\` é construído`,
      hint: () => "escreva `CREATE INDEX CONCURRENTLY`, numa migração sem transação",
      about:
        "CREATE INDEX impede gravações na tabela até tê-la lido inteira. CONCURRENTLY demora mais e não pode ser executado numa transação, mas deixa os outros gravarem.",
    },
  }),
  "evaluate/schema-index-drop-not-concurrent": entry<{ table: string; name: string }>({
    severity: "warning",
    en: {
      message: ({ table, name }) =>
        `dropping the index \`${name}\` locks \`${table}\` against everybody`,
      hint: () => "write `DROP INDEX CONCURRENTLY`, in a migration without a transaction",
      about:
        "DROP INDEX waits for the strongest lock on the table; until it has it, everything behind it waits too. CONCURRENTLY waits without holding others up.",
    },
    pt: {
      message: ({ table, name }) => `remover o índice \`${name}\` bloqueia \`${table}\` para todos`,
      hint: () => "escreva `DROP INDEX CONCURRENTLY`, numa migração sem transação",
      about:
        "DROP INDEX espera pelo bloqueio mais forte da tabela; até consegui-lo, tudo o que vem atrás espera também. CONCURRENTLY espera sem segurar os outros.",
    },
  }),
  "evaluate/schema-reindex-not-concurrent": entry<{ table: string; name: string }>({
    severity: "warning",
    en: {
      message: ({ table }) =>
        `\`REINDEX\` of \`${table}\` keeps writers waiting, and readers who need the index`,
      hint: () => "write `REINDEX … CONCURRENTLY`",
      about:
        "REINDEX locks the table against writes and the index against reads until it is done. Since PostgreSQL 12 it can build the new index beside the old one.",
    },
    pt: {
      message: ({ table }) =>
        `\`REINDEX\` de \`${table}\` faz esperar quem grava, e quem lê pelo índice`,
      hint: () => "escreva `REINDEX … CONCURRENTLY`",
      about:
        "REINDEX impede gravações na tabela e leituras pelo índice até terminar. Desde o PostgreSQL 12, ele pode construir o índice novo ao lado do antigo.",
    },
  }),
  "evaluate/schema-detach-not-concurrent": entry<{ table: string; name: string }>({
    severity: "warning",
    en: {
      message: ({ table, name }) => `detaching \`${name}\` locks all of \`${table}\``,
      hint: () => "write `DETACH PARTITION … CONCURRENTLY`, in a migration without a transaction",
      about:
        "DETACH PARTITION takes the strongest lock on the parent: queries of all other partitions wait. CONCURRENTLY takes a weaker one, in two steps, outside of a transaction.",
    },
    pt: {
      message: ({ table, name }) => `soltar \`${name}\` bloqueia \`${table}\` inteira`,
      hint: () => "escreva `DETACH PARTITION … CONCURRENTLY`, numa migração sem transação",
      about:
        "DETACH PARTITION toma o bloqueio mais forte da tabela dividida: as consultas das outras partições esperam. CONCURRENTLY toma um mais fraco, em dois passos, fora de transação.",
    },
  }),
  "evaluate/schema-table-rewritten": entry<{ table: string; name: string }>({
    severity: "warning",
    en: {
      message: ({ table }) => `\`${table}\` is copied while nobody may read or write it`,
      hint: () => "leave it to autovacuum, or use `pg_repack` where the space must come back",
      about:
        "VACUUM FULL and CLUSTER write the whole table and its indexes anew under the strongest lock, and need room for a second copy.",
    },
    pt: {
      message: ({ table }) => `\`${table}\` é copiada enquanto ninguém a lê nem grava`,
      hint: () => "deixe o autovacuum trabalhar ou use `pg_repack` onde o espaço precisa voltar",
      about:
        "VACUUM FULL e CLUSTER regravam a tabela inteira e seus índices sob o bloqueio mais forte e precisam de espaço para uma segunda cópia.",
    },
  }),
};
