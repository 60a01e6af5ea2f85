import { entry } from "../entry.ts";

/** What a part is called when there is one of it. */
const parts: Readonly<Record<string, { readonly en: string; readonly pt: string }>> = {
  operations: { en: "operation", pt: "operação" },
  parameters: { en: "parameter", pt: "parâmetro" },
  responses: { en: "response", pt: "resposta" },
  schemas: { en: "schema", pt: "esquema" },
};

export const apiCompletenessCatalogue = {
  "evaluate/api-tag-not-declared": entry<{ tag: string }>({
    severity: "warning",
    en: {
      message: ({ tag }) => `the tag \`${tag}\` is not declared`,
      hint: () => "add it to the `tags` of the document, with a description",
      about:
        "The document declares tags, which gives them an order and a description. One that only an operation names has neither, and is mostly misspelt.",
    },
    pt: {
      message: ({ tag }) => `a tag \`${tag}\` não está declarada`,
      hint: () => "acrescente-a às `tags` do documento, com uma descrição",
      about:
        "O documento declara tags, o que lhes dá ordem e descrição. A que só uma operação nomeia não tem nenhuma das duas e quase sempre está mal escrita.",
    },
  }),
  "evaluate/api-unused-component": entry<{ kind: string; name: string }>({
    severity: "info",
    en: {
      message: ({ kind, name }) => `nothing leads to \`${name}\` of \`${kind}\``,
      hint: () => "refer to it, or take it away",
      about:
        "No operation leads to this part, directly or by way of others. Readers see it in the list and look in vain for where it is used.",
    },
    pt: {
      message: ({ kind, name }) => `nada leva a \`${name}\` de \`${kind}\``,
      hint: () => "refira-se a ele ou retire-o",
      about:
        "Nenhuma operação leva a esta parte, nem diretamente nem por meio de outras. Leitores a veem na lista e procuram em vão onde é usada.",
    },
  }),
  "evaluate/api-no-success-response": entry<{ operation: string }>({
    severity: "warning",
    en: {
      message: ({ operation }) =>
        `\`${operation}\` does not say what it answers when all goes well`,
      hint: () => "describe a response for `2xx`, or `default`",
      about:
        "Without a success response readers and generated clients do not know what comes back.",
    },
    pt: {
      message: ({ operation }) => `\`${operation}\` não diz o que responde quando tudo vai bem`,
      hint: () => "descreva uma resposta para `2xx`, ou `default`",
      about: "Sem resposta de sucesso, leitores e clientes gerados não sabem o que volta.",
    },
  }),
  "evaluate/api-no-error-response": entry<{ operation: string }>({
    severity: "info",
    en: {
      message: ({ operation }) => `\`${operation}\` does not say how it fails`,
      hint: () => "describe the responses `4xx`, or `default`",
      about:
        "Every operation can fail. A caller who does not know how errors look cannot handle them.",
    },
    pt: {
      message: ({ operation }) => `\`${operation}\` não diz como falha`,
      hint: () => "descreva as respostas `4xx`, ou `default`",
      about:
        "Toda operação pode falhar. Quem chama e não sabe como são os erros não consegue tratá-los.",
    },
  }),
  "evaluate/api-no-operation-id": entry<{ operation: string }>({
    severity: "info",
    en: {
      message: ({ operation }) => `\`${operation}\` has no operationId`,
      hint: () => "give it a name that will not change",
      about:
        "Generated clients name their methods after the operationId, and pages their anchors. Without one both follow the path, and break when it changes.",
    },
    pt: {
      message: ({ operation }) => `\`${operation}\` não tem operationId`,
      hint: () => "dê a ela um nome que não vá mudar",
      about:
        "Clientes gerados nomeiam seus métodos pelo operationId, e as páginas suas âncoras. Sem ele ambos seguem o caminho, e quebram quando ele muda.",
    },
  }),
  "evaluate/api-not-described": entry<{ part: string; name: string }>({
    severity: "info",
    en: {
      message: ({ part, name }) => `the ${parts[part]?.en ?? part} \`${name}\` is not described`,
      hint: () => "add a `description` that says what the name does not",
      about:
        "A name tells what it is to those who know already. The share of what is described stands on the page of the document.",
    },
    pt: {
      message: ({ part, name }) => `não há descrição: ${parts[part]?.pt ?? part} \`${name}\``,
      hint: () => "acrescente uma `description` que diga o que o nome não diz",
      about:
        "Um nome diz o que é a quem já sabe. A parcela do que está descrito aparece na página do documento.",
    },
  }),
  "evaluate/api-no-example": entry<{ part: string; name: string }>({
    severity: "info",
    en: {
      message: ({ name }) => `\`${name}\` has no example`,
      hint: () => "add an `example` with values that a reader can recognise",
      about: "What is shown instead is made from the schema: right in form, and without meaning.",
    },
    pt: {
      message: ({ name }) => `\`${name}\` não tem exemplo`,
      hint: () => "acrescente um `example` com valores que um leitor reconheça",
      about: "O que se mostra no lugar é feito a partir do esquema: certo na forma e sem sentido.",
    },
  }),
};
