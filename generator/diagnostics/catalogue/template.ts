import { entry } from "./entry.ts";

const foundIn = {
  en: {
    nothing: "nothing",
    null: "`null`",
    boolean: "yes or no",
    list: "a list",
    object: "an object",
    block: "a block, which only `{{block value}}` prints",
    function: "a function",
  },
  pt: {
    nothing: "nada",
    null: "`null`",
    boolean: "sim ou não",
    list: "uma lista",
    object: "um objeto",
    block: "um bloco, que só `{{block valor}}` imprime",
    function: "uma função",
  },
};

export const templateCatalogue = {
  "render/template-syntax": entry<{ reason: string }>({
    severity: "error",
    en: {
      message: ({ reason }) => `the template does not parse: ${reason}`,
      hint: () =>
        'templates know `{{value}}`, `{{#if}}`, `{{#unless}}`, `{{#each}}`, `{{else}}`, `{{t "key"}}` and `{{block value}}`',
      about:
        "Templates are Handlebars with a small vocabulary, so that logic stays in the views and every value can be escaped for the place where it stands.",
    },
    pt: {
      message: ({ reason }) => `o modelo não pôde ser lido: ${reason}`,
      hint: () =>
        'modelos conhecem `{{valor}}`, `{{#if}}`, `{{#unless}}`, `{{#each}}`, `{{else}}`, `{{t "chave"}}` e `{{block valor}}`',
      about:
        "Os modelos são Handlebars com um vocabulário pequeno, para que a lógica fique nas visões e cada valor possa ser protegido conforme o lugar em que está.",
    },
  }),
  "render/template-raw": entry<{ expression: string }>({
    severity: "error",
    en: {
      message: ({ expression }) => `\`${expression}\` would insert a value without escaping it`,
      hint: () =>
        "write `{{value}}`, or `{{block value}}` alone on its line for sanitised Markdown",
      about:
        "Raw insertion would let text from a specification, a commit or a data file become markup. There is no way to write it in a template.",
    },
    pt: {
      message: ({ expression }) => `\`${expression}\` inseriria um valor sem protegê-lo`,
      hint: () =>
        "escreva `{{valor}}`, ou `{{block valor}}` sozinho em sua linha para Markdown já tratado",
      about:
        "A inserção crua deixaria que o texto de uma especificação, de um commit ou de um arquivo de dados virasse marcação. Não há como escrevê-la em um modelo.",
    },
  }),
  "render/template-context": entry<{ block: string; found: string; expected: string }>({
    severity: "error",
    en: {
      message: ({ block, found, expected }) =>
        `\`${block}\` ends in ${found}, but begins in ${expected}`,
      hint: () =>
        "open and close code spans, fences, links, tags and comments within the same block",
      about:
        "Each value is escaped for the place where it stands, which must be known when the template is compiled. A block that is skipped or repeated may therefore not change the place.",
    },
    pt: {
      message: ({ block, found, expected }) =>
        `\`${block}\` termina em ${found}, mas começa em ${expected}`,
      hint: () =>
        "abra e feche trechos de código, cercas, links, etiquetas e comentários dentro do mesmo bloco",
      about:
        "Cada valor é protegido conforme o lugar em que está, que precisa ser conhecido quando o modelo é compilado. Por isso um bloco, que pode ser pulado ou repetido, não pode mudar o lugar.",
    },
  }),
  "render/template-block": entry<{ expression: string }>({
    severity: "error",
    en: {
      message: ({ expression }) => `\`${expression}\` does not stand alone on its line`,
      about:
        "`{{block value}}` prints whole Markdown blocks (paragraphs, lists, tables). They need a line of their own, outside tables, code and HTML.",
    },
    pt: {
      message: ({ expression }) => `\`${expression}\` não está sozinho em sua linha`,
      about:
        "`{{block valor}}` imprime blocos inteiros de Markdown (parágrafos, listas, tabelas). Eles precisam de uma linha só para si, fora de tabelas, código e HTML.",
    },
  }),
  "render/template-value": entry<{ expression: string; found: keyof (typeof foundIn)["en"] }>({
    severity: "error",
    en: {
      message: ({ expression, found }) =>
        `the template value \`${expression}\` is missing: the view gives ${foundIn.en[found]}`,
      hint: () => "give the field in the view's data, or correct its name in the template",
      about:
        "A template prints texts, numbers, links and blocks. A field that the view does not give, or gives as something else, would leave a hole in the page.",
    },
    pt: {
      message: ({ expression, found }) =>
        `falta o valor \`${expression}\` do modelo: a visão fornece ${foundIn.pt[found]}`,
      hint: () => "forneça o campo nos dados da visão ou corrija o nome no modelo",
      about:
        "Um modelo imprime textos, números, links e blocos. Um campo que a visão não fornece, ou fornece como outra coisa, deixaria um buraco na página.",
    },
  }),
};
