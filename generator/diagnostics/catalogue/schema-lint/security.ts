import { entry } from "../entry.ts";
import { list } from "./list.ts";

export const schemaSecurityCatalogue = {
  "evaluate/schema-row-security-off": entry<{ table: string }>({
    severity: "warning",
    en: {
      message: ({ table }) =>
        `anybody who reaches the schema may read and write all rows of \`${table}\`: row security is off`,
      hint: ({ table }) =>
        `write \`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY\` and a policy for each who may read`,
      about:
        "An API such as PostgREST shows every table of the schema `public`. Without row security the grants alone decide, and a role with a grant sees and changes every row. Where no policy, grant, row security or `exposed` in the settings shows that strangers reach the database, nothing is said.",
    },
    pt: {
      message: ({ table }) =>
        `quem alcança o esquema pode ler e gravar todas as linhas de \`${table}\`: a segurança de linha está desligada`,
      hint: ({ table }) =>
        `escreva \`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY\` e uma política para cada um que pode ler`,
      about:
        "Uma API como o PostgREST mostra todas as tabelas do esquema `public`. Sem segurança de linha, só as concessões decidem, e um papel com concessão vê e altera todas as linhas. Onde nenhuma política, concessão, segurança de linha ou `exposed` nas configurações mostra que há estranhos no banco, nada é dito.",
    },
  }),
  "evaluate/schema-policy-without-row-security": entry<{ table: string; policy: string }>({
    severity: "warning",
    en: {
      message: ({ table, policy }) =>
        `the policy \`${policy}\` has no effect: row security of \`${table}\` is off`,
      hint: ({ table }) => `write \`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY\``,
      about:
        "Policies are kept, but not asked, until row security of their table is turned on. Until then every role with a grant sees all rows, although the policy looks as if it guarded them.",
    },
    pt: {
      message: ({ table, policy }) =>
        `a política \`${policy}\` não tem efeito: a segurança de linha de \`${table}\` está desligada`,
      hint: ({ table }) => `escreva \`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY\``,
      about:
        "Políticas ficam guardadas, mas não são consultadas, enquanto a segurança de linha da tabela não é ligada. Até lá, todo papel com concessão vê todas as linhas, embora a política pareça protegê-las.",
    },
  }),
  "evaluate/schema-row-security-without-policy": entry<{ table: string }>({
    severity: "info",
    en: {
      message: ({ table }) =>
        `row security of \`${table}\` is on, but it has no policy: nobody but its owner sees a row`,
      hint: () => "write a policy for those who may read, or say in a comment that nobody should",
      about:
        "Without a policy, row security hides every row from everybody but the owner and roles that bypass it. That may be meant, for a table that only functions with the rights of their owner touch.",
    },
    pt: {
      message: ({ table }) =>
        `a segurança de linha de \`${table}\` está ligada, mas não há política: só o dono vê alguma linha`,
      hint: () => "escreva uma política para quem pode ler ou diga num comentário que ninguém deve",
      about:
        "Sem política, a segurança de linha esconde todas as linhas de todos, menos do dono e dos papéis que a ignoram. Isso pode ser intencional, numa tabela em que só mexem funções com os direitos do dono.",
    },
  }),
  "evaluate/schema-always-true-policy": entry<{
    table: string;
    policy: string;
    command: string;
    roles: string;
  }>({
    severity: "warning",
    en: {
      message: ({ table, policy, command, roles }) =>
        `the policy \`${policy}\` lets ${roles} write every row of \`${table}\` (${command})`,
      hint: () => "name the rows that may be written, or give the policy to a role of your own",
      about:
        "A condition that is always true guards nothing: with a grant, everybody with the role inserts, changes or deletes any row. For reading that is often meant, for writing hardly ever.",
    },
    pt: {
      message: ({ table, policy, command, roles }) =>
        `a política \`${policy}\` deixa ${roles} gravar todas as linhas de \`${table}\` (${command})`,
      hint: () => "indique as linhas que podem ser gravadas ou dê a política a um papel próprio",
      about:
        "Uma condição sempre verdadeira não protege nada: havendo concessão, quem tem o papel inclui, altera ou apaga qualquer linha. Na leitura isso costuma ser intencional; na gravação, quase nunca.",
    },
  }),
  "evaluate/schema-multiple-permissive-policies": entry<{
    table: string;
    policies: readonly string[];
    roles: string;
    commands: string;
  }>({
    severity: "warning",
    en: {
      message: ({ table, policies, roles, commands }) =>
        `several permissive policies of \`${table}\` hold for ${roles} (${commands}): ${list(policies)}`,
      hint: () => "join them into one with `OR`, or make one of them restrictive",
      about:
        "Permissive policies of one command and role are joined by OR: a row passes when any of them lets it, and PostgreSQL computes each of them for every row. One policy says the same, is faster, and shows the whole condition in one place.",
    },
    pt: {
      message: ({ table, policies, roles, commands }) =>
        `várias políticas permissivas de \`${table}\` valem para ${roles} (${commands}): ${list(policies)}`,
      hint: () => "junte-as numa só com `OR` ou torne uma delas restritiva",
      about:
        "Políticas permissivas do mesmo comando e papel são unidas por OR: uma linha passa quando qualquer delas deixa, e o PostgreSQL calcula cada uma para cada linha. Uma só política diz o mesmo, é mais rápida e mostra a condição inteira num lugar.",
    },
  }),
  "evaluate/schema-policy-calls-per-row": entry<{
    table: string;
    policy: string;
    calls: readonly string[];
  }>({
    severity: "warning",
    en: {
      message: ({ table, policy, calls }) =>
        `the policy \`${policy}\` of \`${table}\` calls ${list(calls)} for every row`,
      hint: () => "write it in a sub-select, as in `(select auth.uid())`",
      about:
        "A function of the session gives the same for every row, but PostgreSQL calls it for each. Inside a sub-select that reads no table it is called once for the whole query, which matters from some thousand rows on.",
    },
    pt: {
      message: ({ table, policy, calls }) =>
        `a política \`${policy}\` de \`${table}\` chama ${list(calls)} a cada linha`,
      hint: () => "escreva a chamada numa subconsulta, como `(select auth.uid())`",
      about:
        "Uma função da sessão devolve o mesmo para todas as linhas, mas o PostgreSQL a chama em cada uma. Dentro de uma subconsulta que não lê tabela, ela é chamada uma vez por consulta, o que conta a partir de alguns milhares de linhas.",
    },
  }),
};
