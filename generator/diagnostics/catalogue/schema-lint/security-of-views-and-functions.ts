import { entry } from "../entry.ts";
import { list } from "./list.ts";

export const schemaSecurityOfViewsAndFunctionsCatalogue = {
  "evaluate/schema-definer-view": entry<{ view: string; tables: readonly string[] }>({
    severity: "warning",
    en: {
      message: ({ view, tables }) =>
        `the view \`${view}\` reads ${list(tables)} with the rights of its owner, past their row security`,
      hint: () => "create it `WITH (security_invoker = true)`",
      about:
        "A view reads with the rights of whoever owns it, mostly the owner of the tables, whom row security does not hold back. Whoever may read the view then sees rows that no policy would show. Since PostgreSQL 15 `security_invoker` makes it ask as the reader.",
    },
    pt: {
      message: ({ view, tables }) =>
        `a visão \`${view}\` lê ${list(tables)} com os direitos do dono, sem passar pela segurança de linha`,
      hint: () => "crie-a `WITH (security_invoker = true)`",
      about:
        "Uma visão lê com os direitos de seu dono, em geral o dono das tabelas, que a segurança de linha não limita. Quem pode ler a visão vê então linhas que nenhuma política mostraria. Desde o PostgreSQL 15, `security_invoker` faz com que ela pergunte como quem lê.",
    },
  }),
  "evaluate/schema-materialized-view-exposed": entry<{ view: string; roles: string }>({
    severity: "warning",
    en: {
      message: ({ view, roles }) =>
        `the materialized view \`${view}\` shows rows of tables with row security to ${roles}`,
      hint: () =>
        "revoke the right, or read it through a function or view that filters; when it holds only what all may see, say so with `-- rastro-ignore materialized-view-exposed: reason`",
      about:
        "A materialized view is a copy: no policy of the tables it was made from holds for it, and it can have none of its own. Whoever has the right to read it reads all of it.",
    },
    pt: {
      message: ({ view, roles }) =>
        `a visão materializada \`${view}\` mostra linhas de tabelas com segurança de linha a ${roles}`,
      hint: () =>
        "revogue o direito ou leia por uma função ou visão que filtre; se ela só contém o que todos podem ver, diga-o com `-- rastro-ignore materialized-view-exposed: motivo`",
      about:
        "Uma visão materializada é uma cópia: nenhuma política das tabelas de que foi feita vale para ela, e ela não pode ter as suas. Quem tem o direito de lê-la lê tudo.",
    },
  }),
  "evaluate/schema-definer-without-search-path": entry<{ function: string }>({
    severity: "warning",
    en: {
      message: ({ function: routine }) =>
        `\`${routine}\` runs with the rights of its owner, but looks names up where its caller says`,
      hint: () =>
        "add `SET search_path = ''` and write names with their schema, or name the schemas in it",
      about:
        "A SECURITY DEFINER function without a search path of its own uses the one of the caller. Whoever may create objects in any schema of that path can put a table or function of the same name in front, and have it used with the owner's rights.",
    },
    pt: {
      message: ({ function: routine }) =>
        `\`${routine}\` é executada com os direitos do dono, mas procura nomes onde quem chama indicar`,
      hint: () =>
        "acrescente `SET search_path = ''` e escreva os nomes com esquema, ou indique nele os esquemas",
      about:
        "Uma função SECURITY DEFINER sem caminho de busca próprio usa o de quem chama. Quem puder criar objetos em algum esquema desse caminho põe na frente uma tabela ou função de mesmo nome, que é usada com os direitos do dono.",
    },
  }),
  "evaluate/schema-mutable-search-path": entry<{ function: string }>({
    severity: "info",
    en: {
      message: ({ function: routine }) => `\`${routine}\` looks names up where its caller says`,
      hint: () => "add `SET search_path`, so that it means the same for every caller",
      about:
        "Names in the body of a function without a search path of its own are looked up in that of the caller: the same call may read another table for another role. For a function with the rights of its caller that is a matter of robustness.",
    },
    pt: {
      message: ({ function: routine }) => `\`${routine}\` procura nomes onde quem chama indicar`,
      hint: () => "acrescente `SET search_path`, para que signifique o mesmo para todos",
      about:
        "Os nomes no corpo de uma função sem caminho de busca próprio são procurados no de quem chama: a mesma chamada pode ler outra tabela para outro papel. Numa função com os direitos de quem chama, é uma questão de robustez.",
    },
  }),
  "evaluate/schema-extension-in-public": entry<{ extension: string }>({
    severity: "info",
    en: {
      message: ({ extension }) => `the extension \`${extension}\` lies in \`public\``,
      hint: () => "create it `WITH SCHEMA extensions`, where it is new",
      about:
        "Functions and tables of an extension in `public` show in an API of that schema, among those of the project. Moving one that is in use takes care, and some (PostGIS) cannot be moved: decide it when the extension is created.",
    },
    pt: {
      message: ({ extension }) => `a extensão \`${extension}\` fica em \`public\``,
      hint: () => "crie-a `WITH SCHEMA extensions`, onde ela for nova",
      about:
        "Funções e tabelas de uma extensão em `public` aparecem numa API desse esquema, entre as do projeto. Mudar uma que já está em uso exige cuidado, e algumas (PostGIS) não podem ser movidas: decida ao criar a extensão.",
    },
  }),
};
