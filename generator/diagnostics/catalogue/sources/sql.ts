import { entry } from "../entry.ts";

export const sqlCatalogue = {
  "sources/sql-syntax": entry<{ reason: string }>({
    severity: "error",
    en: {
      message: ({ reason }) => `the statement does not parse: ${reason}`,
      hint: () => "only this statement is left out; the others of the file are read",
      about:
        "PostgreSQL's own parser refuses the statement, so it cannot run either. Mend it at the place that is named; often a comma, a parenthesis or the `;` of the statement before is missing.",
    },
    pt: {
      message: ({ reason }) => `o comando não pôde ser analisado: ${reason}`,
      hint: () => "só este comando fica de fora; os demais do arquivo são lidos",
      about:
        "O próprio analisador do PostgreSQL recusa o comando, portanto ele também não pode ser executado. Corrija-o no lugar indicado; em geral falta uma vírgula, um parêntese ou o `;` do comando anterior.",
    },
  }),
  "sources/sql-not-modelled": entry<{ statement: string }>({
    severity: "warning",
    en: {
      message: ({ statement }) => `\`${statement}\` is not modelled, so no page shows what it does`,
      about:
        "The statement parses, but the schema reference knows nothing of what it makes. It is counted as not understood, so that the page of the migration says how much of it is shown.",
    },
    pt: {
      message: ({ statement }) =>
        `\`${statement}\` não é modelado, e nenhuma página mostra o que ele faz`,
      about:
        "O comando é analisado, mas a referência do esquema não conhece o que ele cria. Ele é contado como não compreendido, para que a página da migração diga quanto dela é mostrado.",
    },
  }),
  "sources/sql-missing-object": entry<{ kind: string; name: string; needed: string }>({
    severity: "warning",
    en: {
      message: ({ kind, name, needed }) =>
        `\`${needed}\` needs \`${kind} ${name}\`, which no migration has created before it`,
      hint: () => "create it in an earlier migration, or correct the name",
      about:
        "Applied to an empty database, the migrations stop at this statement. Either the name is misspelt, the order of the files is wrong, or the object comes from outside and lies in a schema that the migrations also write to.",
    },
    pt: {
      message: ({ kind, name, needed }) =>
        `\`${needed}\` precisa de \`${kind} ${name}\`, que nenhuma migração criou antes`,
      hint: () => "crie-o numa migração anterior ou corrija o nome",
      about:
        "Aplicadas a um banco vazio, as migrações param neste comando. Ou o nome está errado, ou a ordem dos arquivos, ou o objeto vem de fora e fica num esquema em que as migrações também escrevem.",
    },
  }),
  "sources/sql-still-used": entry<{ statement: string; by: string; count: number }>({
    severity: "warning",
    en: {
      message: ({ statement, by, count }) =>
        `\`${statement}\` is refused by PostgreSQL: \`${by}\`${count > 1 ? ` and ${String(count - 1)} more need it` : " needs it"}`,
      hint: () => "drop what needs it first, or write `CASCADE`",
      about:
        "Applied to an empty database, the migrations stop at this statement. The reference goes on as if it said `CASCADE`: what needs the object is gone too.",
    },
    pt: {
      message: ({ statement, by, count }) =>
        `\`${statement}\` é recusado pelo PostgreSQL: \`${by}\`${count > 1 ? ` e outros ${String(count - 1)} dependem dele` : " depende dele"}`,
      hint: () => "remova antes o que depende dele ou escreva `CASCADE`",
      about:
        "Aplicadas a um banco vazio, as migrações param neste comando. A referência continua como se ele dissesse `CASCADE`: o que depende do objeto também sai.",
    },
  }),
  "sources/sql-fixed-type": entry<{ column: string; by: string }>({
    severity: "warning",
    en: {
      message: ({ column, by }) =>
        `the type of \`${column}\` cannot change, PostgreSQL says: \`${by}\` needs it`,
      hint: () => "drop what needs the column, change the type, and make it again",
      about:
        "Applied to an empty database, the migrations stop at this statement: views, rules, policies, triggers and generated columns keep the type of a column that they name. The reference goes on with the new type.",
    },
    pt: {
      message: ({ column, by }) =>
        `o tipo de \`${column}\` não pode mudar, diz o PostgreSQL: \`${by}\` depende dele`,
      hint: () => "remova o que depende da coluna, mude o tipo e crie tudo de novo",
      about:
        "Aplicadas a um banco vazio, as migrações param neste comando: views, regras, políticas, triggers e colunas geradas guardam o tipo da coluna que citam. A referência continua com o tipo novo.",
    },
  }),
  "sources/sql-already-exists": entry<{ name: string }>({
    severity: "warning",
    en: {
      message: ({ name }) => `\`${name}\` is created again, but it exists already`,
      hint: () => "write `IF NOT EXISTS` or `OR REPLACE`, or drop it before",
      about:
        "Applied to an empty database, the migrations stop at this statement. The first definition is kept in the reference.",
    },
    pt: {
      message: ({ name }) => `\`${name}\` é criado de novo, mas já existe`,
      hint: () => "escreva `IF NOT EXISTS` ou `OR REPLACE`, ou remova-o antes",
      about:
        "Aplicadas a um banco vazio, as migrações param neste comando. A referência mantém a primeira definição.",
    },
  }),
  "sources/sql-external-object": entry<{ name: string }>({
    severity: "info",
    en: {
      message: ({ name }) => `\`${name}\` is changed, but no migration creates it`,
      about:
        "The statement changes an object that comes from outside (a platform's schema, an extension). The change is counted, but there is no page of the object that could show it.",
    },
    pt: {
      message: ({ name }) => `\`${name}\` é alterado, mas nenhuma migração o cria`,
      about:
        "O comando altera um objeto que vem de fora (o esquema de uma plataforma, uma extensão). A alteração é contada, mas não há página do objeto que possa mostrá-la.",
    },
  }),
  "sources/sql-dynamic": entry<{ statement: string }>({
    severity: "info",
    en: {
      message: ({ statement }) =>
        `\`${statement}\` builds statements while it runs; what they create cannot be known from the text`,
      about:
        "SQL that is put together at run time (`EXECUTE format(…)` in a loop) has no text to read. What it creates is missing from the reference; `rastro verify schema` compares with a real database.",
    },
    pt: {
      message: ({ statement }) =>
        `\`${statement}\` monta comandos durante a execução; o que eles criam não se conhece pelo texto`,
      about:
        "SQL montado em tempo de execução (`EXECUTE format(…)` num laço) não tem texto que se possa ler. O que ele cria falta na referência; `rastro verify schema` compara com um banco real.",
    },
  }),
  "sources/sql-body-not-analysed": entry<{ name: string; reason: string }>({
    severity: "info",
    en: {
      message: ({ name, reason }) => `the body of \`${name}\` is not analysed: ${reason}`,
      about:
        "The body is shown as it is, but what it reads, writes and calls is not known, because the PL/pgSQL parser cannot follow it without a database.",
    },
    pt: {
      message: ({ name, reason }) => `o corpo de \`${name}\` não foi analisado: ${reason}`,
      about:
        "O corpo é mostrado como está, mas não se sabe o que ele lê, grava e chama, pois o analisador de PL/pgSQL não consegue segui-lo sem um banco de dados.",
    },
  }),
  "sources/sql-include": entry<{ command: string }>({
    severity: "error",
    en: {
      message: ({ command }) => `\`${command}\` includes no file of the project`,
      hint: () => "correct the path; variables of psql in it are not known",
      about:
        "A psql script that includes others gives the order of application, and each file is read at the place where the script includes it. `\\ir` is relative to the script, `\\i` to the script or to the project. What lies outside the project is not read.",
    },
    pt: {
      message: ({ command }) => `\`${command}\` não inclui nenhum arquivo do projeto`,
      hint: () => "corrija o caminho; variáveis do psql nele não são conhecidas",
      about:
        "Um script do psql que inclui outros determina a ordem de aplicação, e cada arquivo é lido no lugar em que o script o inclui. `\\ir` é relativo ao script, `\\i` ao script ou ao projeto. O que fica fora do projeto não é lido.",
    },
  }),
  "sources/sql-include-cycle": entry<{ command: string }>({
    severity: "error",
    en: {
      message: ({ command }) => `\`${command}\` includes a file that includes this one`,
      hint: () => "remove one of the two includes",
      about:
        "psql would include the files in one another until it fails. The include is left out, and the rest of the script is read.",
    },
    pt: {
      message: ({ command }) => `\`${command}\` inclui um arquivo que inclui este`,
      hint: () => "remova uma das duas inclusões",
      about:
        "O psql incluiria os arquivos um no outro até falhar. A inclusão fica de fora, e o resto do script é lido.",
    },
  }),
  "sources/sql-extension-guard": entry<{ name: string; offered: "present" | "absent" }>({
    severity: "info",
    en: {
      message: ({ name, offered }) =>
        `a condition asks whether the server has the extension \`${name}\`; it is taken to be ${offered}`,
      hint: () => "say `extensions: absent` in the settings of this source when it is not",
      about:
        "Which extensions a server offers does not follow from the migrations. The settings say it for each entry of `sources.sql` (`extensions: present` or `absent`), and the branch of the condition that runs there is the one that is documented.",
    },
    pt: {
      message: ({ name, offered }) =>
        `uma condição pergunta se o servidor tem a extensão \`${name}\`; supõe-se que ela está ${offered === "present" ? "presente" : "ausente"}`,
      hint: () => "indique `extensions: absent` na configuração desta fonte se ela não estiver",
      about:
        "As migrações não dizem que extensões um servidor oferece. A configuração o diz para cada entrada de `sources.sql` (`extensions: present` ou `absent`), e o ramo da condição que é executado nesse caso é o documentado.",
    },
  }),
};
