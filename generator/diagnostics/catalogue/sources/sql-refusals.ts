import { entry } from "../entry.ts";

/** What is wrong with the bounds of a partition. */
type BoundsProblem = "kind" | "count" | "type" | "empty";

const problems: Readonly<Record<BoundsProblem, { readonly en: string; readonly pt: string }>> = {
  kind: {
    en: "they are not of the kind that the table is divided by",
    pt: "não são do tipo pelo qual a tabela é dividida",
  },
  count: {
    en: "they have another number of values than the key has columns",
    pt: "têm um número de valores diferente do de colunas da chave",
  },
  type: {
    en: "a value is none of the type of the key",
    pt: "um valor não é do tipo da chave",
  },
  empty: { en: "no value lies between them", pt: "nenhum valor fica entre eles" },
};

type JobRole = "runs" | "calls" | "reads" | "writes" | "refreshes";

const roles: Readonly<Partial<Record<string, { readonly en: string; readonly pt: string }>>> = {
  runs: { en: "runs", pt: "executa" },
  calls: { en: "runs", pt: "executa" },
  reads: { en: "reads", pt: "lê" },
  writes: { en: "writes", pt: "grava em" },
  refreshes: { en: "refreshes", pt: "atualiza" },
} satisfies Record<JobRole, object>;

/** What PostgreSQL refuses, in a statement or when it runs. */
export const sqlRefusalsCatalogue = {
  "sources/sql-unknown-function": entry<{ function: string; where: string; instead: string }>({
    severity: "error",
    en: {
      message: ({ function: name, where }) =>
        `\`${name.toUpperCase()}()\` in \`${where}\` is no function of PostgreSQL, and no migration creates it`,
      hint: ({ instead }) => `PostgreSQL writes \`${instead}\``,
      about:
        "The function belongs to another database system. PostgreSQL looks functions up when it makes the table or index, and refuses the statement. A table is mostly better divided by the column itself, whose ranges say the same: `PARTITION BY RANGE (day)` with bounds of one year each.",
    },
    pt: {
      message: ({ function: name, where }) =>
        `\`${name.toUpperCase()}()\` em \`${where}\` não é função do PostgreSQL, e nenhuma migração a cria`,
      hint: ({ instead }) => `o PostgreSQL escreve \`${instead}\``,
      about:
        "A função pertence a outro sistema de banco de dados. O PostgreSQL procura as funções ao criar a tabela ou o índice e recusa o comando. Em geral é melhor dividir a tabela pela própria coluna, cujos intervalos dizem o mesmo: `PARTITION BY RANGE (dia)` com limites de um ano cada.",
    },
  }),
  "sources/sql-not-immutable": entry<{ function: string; where: string }>({
    severity: "error",
    en: {
      message: ({ function: name, where }) =>
        `\`${name}\` in \`${where}\` may give another result later, so PostgreSQL refuses it there`,
      hint: () =>
        "use only functions that are `IMMUTABLE`: their arguments alone decide the result",
      about:
        "What an index, a partition key or a stored column holds was computed once. A function that depends on the time, a setting or a table would make it wrong without anybody noticing, so that PostgreSQL asks for functions marked IMMUTABLE.",
    },
    pt: {
      message: ({ function: name, where }) =>
        `\`${name}\` em \`${where}\` pode dar outro resultado depois, e o PostgreSQL a recusa ali`,
      hint: () => "use só funções `IMMUTABLE`, em que os argumentos decidem sozinhos o resultado",
      about:
        "O que um índice, uma chave de partição ou uma coluna armazenada contém foi calculado uma vez. Uma função que dependa da hora, de uma configuração ou de uma tabela o tornaria errado sem que ninguém notasse; por isso o PostgreSQL exige funções marcadas IMMUTABLE.",
    },
  }),
  "sources/sql-refresh-needs-index": entry<{ view: string }>({
    severity: "error",
    en: {
      message: ({ view }) =>
        `\`REFRESH MATERIALIZED VIEW CONCURRENTLY\` cannot run: \`${view}\` has no unique index over all its rows`,
      hint: ({ view }) =>
        `create a unique index on columns of \`${view}\`, without \`WHERE\` and expressions`,
      about:
        "To replace rows while others read, PostgreSQL must tell them apart: it needs a unique index of columns alone, without a condition. In a function or a job the refresh fails each time it runs, and the view keeps its old contents.",
    },
    pt: {
      message: ({ view }) =>
        `\`REFRESH MATERIALIZED VIEW CONCURRENTLY\` não pode ser executado: \`${view}\` não tem índice único sobre todas as linhas`,
      hint: ({ view }) =>
        `crie um índice único em colunas de \`${view}\`, sem \`WHERE\` nem expressões`,
      about:
        "Para trocar linhas enquanto outros leem, o PostgreSQL precisa distingui-las: exige um índice único só de colunas, sem condição. Numa função ou tarefa, a atualização falha a cada execução e a visão fica com o conteúdo antigo.",
    },
  }),
  "sources/sql-key-not-unique": entry<{ constraint: string; table: string; columns: string }>({
    severity: "error",
    en: {
      message: ({ constraint, table, columns }) =>
        `the foreign key \`${constraint}\` refers to \`${table} (${columns})\`, which no unique key covers`,
      hint: () => "refer to the primary key, or add a unique constraint on exactly these columns",
      about:
        "A foreign key must lead to one row. PostgreSQL accepts it only when a primary key, a unique constraint or a unique index without condition is on exactly the columns it refers to.",
    },
    pt: {
      message: ({ constraint, table, columns }) =>
        `a chave estrangeira \`${constraint}\` aponta para \`${table} (${columns})\`, que nenhuma chave única cobre`,
      hint: () =>
        "aponte para a chave primária ou acrescente uma restrição de unicidade exatamente nessas colunas",
      about:
        "Uma chave estrangeira precisa levar a uma só linha. O PostgreSQL só a aceita quando há chave primária, restrição de unicidade ou índice único sem condição exatamente nas colunas a que ela se refere.",
    },
  }),
  "sources/sql-key-without-partition-key": entry<{ table: string; key: string; columns: string }>({
    severity: "error",
    en: {
      message: ({ table, key, columns }) =>
        `the unique key \`${key}\` of \`${table}\` lacks what the table is divided by: \`${columns}\``,
      hint: ({ columns }) => `add \`${columns}\` to the key`,
      about:
        "Each partition keeps an index of its own, so PostgreSQL can only promise uniqueness across all of them when the key holds every column of the partition key. A partition key with expressions allows no unique key at all.",
    },
    pt: {
      message: ({ table, key, columns }) =>
        `na chave única \`${key}\` de \`${table}\` falta aquilo pelo qual a tabela é dividida: \`${columns}\``,
      hint: ({ columns }) => `acrescente \`${columns}\` à chave`,
      about:
        "Cada partição mantém seu próprio índice; por isso o PostgreSQL só pode garantir a unicidade entre todas quando a chave contém todas as colunas da chave de partição. Uma chave de partição com expressões não permite nenhuma chave única.",
    },
  }),
  "sources/sql-partition-overlap": entry<{ partition: string; table: string; other: string }>({
    severity: "error",
    en: {
      message: ({ partition, table, other }) =>
        `\`${partition}\` and \`${other}\`, partitions of \`${table}\`, would hold the same rows`,
      hint: () => "the upper bound of a range is not part of it: let the next one start there",
      about:
        "A row must belong to one partition. PostgreSQL refuses a partition whose values another one holds already, and a second `DEFAULT` one.",
    },
    pt: {
      message: ({ partition, table, other }) =>
        `\`${partition}\` e \`${other}\`, partições de \`${table}\`, conteriam as mesmas linhas`,
      hint: () => "o limite superior de um intervalo não faz parte dele: o seguinte começa ali",
      about:
        "Uma linha pertence a uma só partição. O PostgreSQL recusa uma partição cujos valores outra já contém, e também uma segunda `DEFAULT`.",
    },
  }),
  "sources/sql-partition-bounds": entry<{
    partition: string;
    table: string;
    bounds: string;
    problem: BoundsProblem;
  }>({
    severity: "error",
    en: {
      message: ({ partition, table, bounds, problem }) =>
        `the bounds of \`${partition}\` do not fit \`${table}\`: ${problems[problem].en} (\`${bounds}\`)`,
      about:
        "The bounds of a partition are `FROM … TO …`, `IN (…)` or `WITH (MODULUS …)`, as its table is divided by range, list or hash; each value must be one of the type of its column, and a range must not be empty.",
    },
    pt: {
      message: ({ partition, table, bounds, problem }) =>
        `os limites de \`${partition}\` não servem para \`${table}\`: ${problems[problem].pt} (\`${bounds}\`)`,
      about:
        "Os limites de uma partição são `FROM … TO …`, `IN (…)` ou `WITH (MODULUS …)`, conforme a tabela seja dividida por intervalo, lista ou hash; cada valor precisa ser do tipo da coluna, e um intervalo não pode ser vazio.",
    },
  }),
  "sources/sql-missing-column": entry<{ table: string; column: string }>({
    severity: "error",
    en: {
      message: ({ table, column }) => `\`${table}\` has no column \`${column}\` here`,
      hint: () => "correct the name, or add the column in an earlier migration",
      about:
        "The query names a column behind a table that the migrations make without it, or had renamed or dropped before. PostgreSQL refuses a view that reads what is not there.",
    },
    pt: {
      message: ({ table, column }) => `\`${table}\` não tem, aqui, a coluna \`${column}\``,
      hint: () => "corrija o nome ou acrescente a coluna numa migração anterior",
      about:
        "A consulta cita uma coluna de uma tabela que as migrações criam sem ela, ou que já a renomearam ou removeram. O PostgreSQL recusa uma visão que lê o que não existe.",
    },
  }),
  "sources/sql-job-needs": entry<{ job: string; role: string; name: string }>({
    severity: "warning",
    en: {
      message: ({ job, role, name }) =>
        `the job \`${job}\` ${roles[role]?.en ?? role} \`${name}\`, which is not there after all migrations`,
      hint: () => "correct the name, or unschedule the job",
      about:
        "A job keeps its command as text: PostgreSQL looks at it only when it runs, and nobody sees it fail at night. What it names must be there once all migrations are applied.",
    },
    pt: {
      message: ({ job, role, name }) =>
        `a tarefa \`${job}\` ${roles[role]?.pt ?? role} \`${name}\`, que não existe depois de todas as migrações`,
      hint: () => "corrija o nome ou cancele a tarefa",
      about:
        "Uma tarefa guarda o comando como texto: o PostgreSQL só o examina ao executá-lo, e ninguém vê a falha de madrugada. O que ela cita precisa existir depois de aplicadas todas as migrações.",
    },
  }),
  "sources/sql-circular": entry<{ statement: string; table: string }>({
    severity: "error",
    en: {
      message: ({ statement, table }) =>
        `\`${statement}\` would make \`${table}\` a part of itself`,
      hint: () => "name another table",
      about:
        "A table can be neither a partition nor a child of itself, nor of what is part of it. PostgreSQL refuses the statement, and it is left out.",
    },
    pt: {
      message: ({ statement, table }) =>
        `\`${statement}\` faria de \`${table}\` uma parte de si mesma`,
      hint: () => "cite outra tabela",
      about:
        "Uma tabela não pode ser partição nem filha de si mesma, nem do que faz parte dela. O PostgreSQL recusa o comando, e ele fica de fora.",
    },
  }),
};
