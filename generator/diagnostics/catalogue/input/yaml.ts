import { entry } from "../entry.ts";

/** How a text breaks the rules of YAML; `found` is the piece of text that does. */
export type SyntaxProblem = keyof typeof problems;

interface ProblemWording {
  readonly en: (found: string) => string;
  readonly pt: (found: string) => string;
}

const wording = (en: ProblemWording["en"], pt: ProblemWording["pt"]): ProblemWording => ({
  en,
  pt,
});

const problems = {
  "unclosed-quote": wording(
    (found) => `the quote ${found} that opens here is never closed`,
    (found) => `as aspas ${found} abertas aqui nunca são fechadas`,
  ),
  "unclosed-list": wording(
    () => "the list that `[` opens here is never closed",
    () => "a lista aberta aqui com `[` nunca é fechada",
  ),
  "unclosed-mapping": wording(
    () => "the mapping that `{` opens here is never closed",
    () => "o mapeamento aberto aqui com `{` nunca é fechado",
  ),
  indentation: wording(
    () => "the indentation of this line fits none of the lines above it",
    () => "o recuo desta linha não corresponde ao de nenhuma das linhas acima",
  ),
  tab: wording(
    () => "a tab is used for indentation",
    () => "uma tabulação é usada como recuo",
  ),
  "two-colons": wording(
    () => "a second `: ` stands in one line",
    () => "há um segundo `: ` na mesma linha",
  ),
  "bad-start": wording(
    (found) => `a text without quotes cannot begin with ${found}`,
    (found) => `um texto sem aspas não pode começar com ${found}`,
  ),
  "bad-escape": wording(
    (found) => `${found} is no escape of a text in double quotes`,
    (found) => `${found} não é uma sequência de escape de um texto entre aspas duplas`,
  ),
  "no-colon": wording(
    () => "a key stands here without `:` and a value",
    () => "há aqui uma chave sem `:` e sem valor",
  ),
  "no-comma": wording(
    () => "a `,` is missing between two values",
    () => "falta uma `,` entre dois valores",
  ),
  "no-space": wording(
    () => "a space is missing between two parts",
    () => "falta um espaço entre duas partes",
  ),
  "long-key": wording(
    () => "a key must stand on one line and be at most 1024 characters long",
    () => "uma chave deve caber numa só linha e ter no máximo 1024 caracteres",
  ),
  "block-in-brackets": wording(
    () => "lists with `-` and indented mappings cannot stand inside `[ ]` or `{ }`",
    () => "listas com `-` e mapeamentos por recuo não podem ficar dentro de `[ ]` ou `{ }`",
  ),
  properties: wording(
    () => "an anchor `&`, alias `*` or tag `!` stands where it has no meaning",
    () => "uma âncora `&`, um alias `*` ou uma etiqueta `!` está onde não tem sentido",
  ),
  directive: wording(
    () => "a line that begins with `%` is no directive that YAML knows",
    () => "uma linha que começa com `%` não é uma diretiva conhecida do YAML",
  ),
  unexpected: wording(
    (found) => `${found || "something"} stands where it is not expected`,
    (found) => `${found || "algo"} está onde não era esperado`,
  ),
};

const remedies: Partial<Record<SyntaxProblem, { readonly en: string; readonly pt: string }>> = {
  tab: { en: "indent with spaces", pt: "use espaços para o recuo" },
  "two-colons": {
    en: "put a text that contains `: ` in quotes",
    pt: "ponha entre aspas um texto que contém `: `",
  },
  "bad-start": { en: "put the text in quotes", pt: "ponha o texto entre aspas" },
  "bad-escape": {
    en: "write `\\\\` for a backslash, or use single quotes",
    pt: "escreva `\\\\` para uma barra invertida ou use aspas simples",
  },
};

export const yamlCatalogue = {
  "data/not-yaml": entry<{ problem: SyntaxProblem; found: string }>({
    severity: "error",
    en: {
      message: ({ problem, found }) => `this is not valid YAML: ${problems[problem].en(found)}`,
      hint: ({ problem }) => remedies[problem]?.en,
      about:
        "The file cannot be parsed, so nothing in it was read. Mend the line that is named; quoting a text that contains `: ` or starts with a special character is the usual remedy.",
    },
    pt: {
      message: ({ problem, found }) => `isto não é YAML válido: ${problems[problem].pt(found)}`,
      hint: ({ problem }) => remedies[problem]?.pt,
      about:
        "O arquivo não pôde ser lido, portanto nada dele foi usado. Corrija a linha indicada; em geral basta pôr entre aspas um texto que contém `: ` ou começa com um caractere especial.",
    },
  }),
  "data/duplicate-key": entry<{ key: string }>({
    severity: "error",
    en: {
      message: ({ key }) => `the key \`${key}\` stands twice in one mapping`,
      hint: () => "remove one of the two, or join their values",
      about:
        "A mapping holds each key once. Parsers disagree on which of two values counts, so the file is not read until one of them is gone.",
    },
    pt: {
      message: ({ key }) => `a chave \`${key}\` aparece duas vezes no mesmo mapeamento`,
      hint: () => "remova uma das duas ou junte os valores",
      about:
        "Um mapeamento tem cada chave uma só vez. Os leitores discordam sobre qual dos dois valores vale; por isso o arquivo só é lido quando sobrar um deles.",
    },
  }),
  "data/several-documents": entry<Record<never, never>>({
    severity: "error",
    en: {
      message: () => "a second document begins here, but a file holds one",
      hint: () => "remove the `---`, or move what follows to a file of its own",
      about:
        "In YAML a line `---` ends one document and begins another. Only one per file is read, so what follows would be lost without a word.",
    },
    pt: {
      message: () => "começa aqui um segundo documento, mas um arquivo contém um só",
      hint: () => "remova o `---` ou mova o que segue para outro arquivo",
      about:
        "Em YAML uma linha `---` termina um documento e começa outro. Só um por arquivo é lido, e o que segue se perderia sem aviso.",
    },
  }),
  "data/unknown-alias": entry<{ alias: string }>({
    severity: "error",
    en: {
      message: ({ alias }) => `no anchor \`&${alias}\` stands above the alias \`*${alias}\``,
      hint: () => "put a text that begins with `*` in quotes",
      about:
        "A value that begins with `*` repeats the value that an anchor `&` of the same name marks further up. There is none of this name.",
    },
    pt: {
      message: ({ alias }) => `não há âncora \`&${alias}\` acima do alias \`*${alias}\``,
      hint: () => "ponha entre aspas um texto que começa com `*`",
      about:
        "Um valor que começa com `*` repete o valor marcado mais acima por uma âncora `&` do mesmo nome. Não há âncora com esse nome.",
    },
  }),
  "data/circular-alias": entry<{ alias: string }>({
    severity: "error",
    en: {
      message: ({ alias }) => `the alias \`*${alias}\` stands inside the value that it repeats`,
      hint: () => "write the value without the alias",
      about:
        "The value of the anchor would contain itself without end, and no page can show that. Aliases may repeat only what is complete before them.",
    },
    pt: {
      message: ({ alias }) => `o alias \`*${alias}\` está dentro do valor que ele repete`,
      hint: () => "escreva o valor sem o alias",
      about:
        "O valor da âncora conteria a si mesmo sem fim, e nenhuma página pode mostrar isso. Um alias só pode repetir o que está completo antes dele.",
    },
  }),
  "data/too-many-aliases": entry<{ alias: string; limit: number }>({
    severity: "error",
    en: {
      message: ({ alias, limit }) =>
        `with the alias \`*${alias}\` the document grows to more than ${limit} values`,
      hint: () => "write the values out where they are few, or remove aliases of aliases",
      about:
        "Aliases that repeat aliases multiply. A few lines can stand for more values than a machine can hold, so that such a document is refused.",
    },
    pt: {
      message: ({ alias, limit }) =>
        `com o alias \`*${alias}\` o documento passa de ${limit} valores`,
      hint: () => "escreva os valores por extenso ou remova aliases de aliases",
      about:
        "Aliases que repetem aliases se multiplicam. Poucas linhas podem valer por mais valores do que cabem numa máquina; por isso um documento assim é recusado.",
    },
  }),
  "data/too-deep": entry<{ limit: number }>({
    severity: "error",
    en: {
      message: ({ limit }) => `values are nested more than ${limit} levels deep`,
      about:
        "No data that people write is nested this deeply, and programs that read it run out of memory. Look for brackets that were meant to be closed.",
    },
    pt: {
      message: ({ limit }) => `há valores com mais de ${limit} níveis de aninhamento`,
      about:
        "Nenhum dado escrito por pessoas é tão aninhado, e os programas que o leem ficam sem memória. Procure colchetes ou chaves que deveriam ter sido fechados.",
    },
  }),
};
