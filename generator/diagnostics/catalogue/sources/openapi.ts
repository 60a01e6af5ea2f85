import { entry } from "../entry.ts";
import {
  type Expectation,
  expectationWords,
  foundInWords,
  type FoundValue,
} from "../input/expectations.ts";

interface WrongValue {
  /** Empty for the whole file. */
  readonly pointer: string;
  readonly expected: Expectation;
  readonly found: FoundValue;
}

const alternatives = (fields: readonly string[], or: string): string =>
  fields.map((field) => `\`${field}\``).join(` ${or} `);

export const openapiCatalogue = {
  "sources/openapi-not-a-document": entry<Record<never, never>>({
    severity: "error",
    en: {
      message: () => "the file is not an OpenAPI document: it has neither `openapi` nor `swagger`",
      hint: () => "name only OpenAPI documents; files that they refer to are found by themselves",
      about:
        "An OpenAPI document says its version in the field `openapi` (or `swagger`, before 3.0). A file without it is not read. Parts that a document includes with `$ref` need no entry of their own.",
    },
    pt: {
      message: () => "o arquivo não é um documento OpenAPI: não tem `openapi` nem `swagger`",
      hint: () =>
        "indique só documentos OpenAPI; os arquivos a que eles se referem são encontrados sozinhos",
      about:
        "Um documento OpenAPI diz sua versão no campo `openapi` (ou `swagger`, antes da 3.0). Um arquivo sem ele não é lido. As partes que um documento inclui com `$ref` não precisam de entrada própria.",
    },
  }),
  "sources/openapi-unsupported-version": entry<{ version: string }>({
    severity: "error",
    en: {
      message: ({ version }) => `the version \`${version}\` of OpenAPI is not supported`,
      hint: () => 'supported are `swagger: "2.0"` and `openapi:` 3.0, 3.1 and 3.2',
      about:
        "Fields change their meaning from version to version, so a document of an unknown version is read as the nearest known one, or not at all, and this is said.",
    },
    pt: {
      message: ({ version }) => `a versão \`${version}\` do OpenAPI não é suportada`,
      hint: () => 'são suportadas `swagger: "2.0"` e `openapi:` 3.0, 3.1 e 3.2',
      about:
        "Os campos mudam de sentido de uma versão para outra; por isso um documento de versão desconhecida é lido como a versão conhecida mais próxima, ou não é lido, e isto é dito.",
    },
  }),
  "sources/openapi-not-text": entry<{ field: string; found: string }>({
    severity: "error",
    en: {
      message: ({ field, found }) => `\`${field}\` must be a text, but is the number ${found}`,
      hint: ({ found }) => `write it in quotes: \`"${found}"\``,
      about:
        "Without quotes YAML reads a version such as `1.10` as the number 1.1. The specification asks for a text.",
    },
    pt: {
      message: ({ field, found }) => `\`${field}\` deve ser um texto, mas é o número ${found}`,
      hint: ({ found }) => `escreva-o entre aspas: \`"${found}"\``,
      about:
        "Sem aspas o YAML lê uma versão como `1.10` como o número 1.1. A especificação pede um texto.",
    },
  }),
  "sources/openapi-unknown-field": entry<{ field: string; since: string }>({
    severity: "error",
    en: {
      message: ({ field }) => `OpenAPI has no field \`${field}\` here`,
      hint: ({ since }) =>
        since === ""
          ? "fields of your own begin with `x-`"
          : `OpenAPI has it since ${since}; this document says that it is older`,
      about:
        "The specification's own schema does not allow the field in this place. It is misspelt, belongs elsewhere, or comes from another version.",
    },
    pt: {
      message: ({ field }) => `o OpenAPI não tem o campo \`${field}\` aqui`,
      hint: ({ since }) =>
        since === ""
          ? "campos próprios começam com `x-`"
          : `o OpenAPI o tem desde a ${since}; este documento diz ser mais antigo`,
      about:
        "O esquema da própria especificação não permite o campo neste lugar. Está mal escrito, pertence a outro lugar ou vem de outra versão.",
    },
  }),
  "sources/openapi-path-without-slash": entry<{ path: string }>({
    severity: "error",
    en: {
      message: ({ path }) => `the path \`${path}\` does not begin with \`/\``,
      about:
        "The keys under `paths` are appended to the address of the server, so each begins with a slash. Fields of your own begin with `x-`.",
    },
    pt: {
      message: ({ path }) => `o caminho \`${path}\` não começa com \`/\``,
      about:
        "As chaves em `paths` são acrescentadas ao endereço do servidor; por isso cada uma começa com uma barra. Campos próprios começam com `x-`.",
    },
  }),
  "sources/openapi-replaced-field": entry<{ field: string; by: string }>({
    severity: "error",
    en: {
      message: ({ field, by }) => `\`${field}\` stands beside \`${by}\`, which replaces it`,
      hint: ({ field }) => `remove \`${field}\``,
      about:
        "Since OpenAPI 3.2 `nodeType` says how a value is written in XML: as an element, an attribute, text or nothing of its own. `attribute` and `wrapped` said so before, and may not stand beside it.",
    },
    pt: {
      message: ({ field, by }) => `\`${field}\` está ao lado de \`${by}\`, que o substitui`,
      hint: ({ field }) => `remova \`${field}\``,
      about:
        "Desde o OpenAPI 3.2, `nodeType` diz como um valor é escrito em XML: como elemento, atributo, texto ou nada próprio. `attribute` e `wrapped` diziam isso antes e não podem estar ao lado dele.",
    },
  }),
  "sources/openapi-missing-field": entry<{ fields: readonly string[] }>({
    severity: "error",
    en: {
      message: ({ fields }) => `the field ${alternatives(fields, "or")} is missing`,
      about: "The specification requires the field in this place.",
    },
    pt: {
      message: ({ fields }) => `falta o campo ${alternatives(fields, "ou")}`,
      about: "A especificação exige o campo neste lugar.",
    },
  }),
  "sources/openapi-wrong-value": entry<WrongValue>({
    severity: "error",
    en: {
      message: ({ pointer, expected, found }) =>
        `${pointer === "" ? "the document" : `\`${pointer}\``} must ${expectationWords(expected, "en")}${foundInWords(expected, found, "en")}`,
      about: "The value does not fit what the specification says of this place.",
    },
    pt: {
      message: ({ pointer, expected, found }) =>
        `${pointer === "" ? "o documento" : `\`${pointer}\``} deve ${expectationWords(expected, "pt")}${foundInWords(expected, found, "pt")}`,
      about: "O valor não cabe no que a especificação diz deste lugar.",
    },
  }),
  "sources/openapi-structure-not-checked": entry<{ version: string }>({
    severity: "info",
    en: {
      message: ({ version }) =>
        `the structure of this \`${version}\` document is not checked against the specification`,
      about:
        "The document is read and shown whole, and its references are checked; only the comparison with the specification's own schema is missing for this version.",
    },
    pt: {
      message: ({ version }) =>
        `a estrutura deste documento \`${version}\` não é conferida com a especificação`,
      about:
        "O documento é lido e mostrado por inteiro, e suas referências são conferidas; falta apenas a comparação com o esquema da especificação desta versão.",
    },
  }),
  "sources/openapi-duplicate-operation-id": entry<{ operationId: string; other: string }>({
    severity: "error",
    en: {
      message: ({ operationId, other }) =>
        `the operationId \`${operationId}\` already belongs to \`${other}\``,
      hint: () => "give each operation an operationId of its own",
      about:
        "An operationId names one operation of a document. The first keeps it; this one is named by its method and path.",
    },
    pt: {
      message: ({ operationId, other }) =>
        `o operationId \`${operationId}\` já pertence a \`${other}\``,
      hint: () => "dê a cada operação um operationId próprio",
      about:
        "Um operationId nomeia uma só operação do documento. A primeira fica com ele; esta é nomeada pelo método e caminho.",
    },
  }),
  "sources/openapi-too-deep": entry<{ depth: number }>({
    severity: "error",
    en: {
      message: ({ depth }) => `the schema is nested more than ${depth} levels deep`,
      hint: () => "give the inner schemas names and refer to them",
      about:
        "What lies deeper is not shown, for no reader could follow it and no page could hold it.",
    },
    pt: {
      message: ({ depth }) => `o esquema tem mais de ${depth} níveis de aninhamento`,
      hint: () => "dê nomes aos esquemas internos e refira-se a eles",
      about:
        "O que está mais fundo não é mostrado: nenhum leitor o acompanharia e nenhuma página o comportaria.",
    },
  }),
  "sources/openapi-text-cut": entry<{ length: number; kept: number }>({
    severity: "warning",
    en: {
      message: ({ length, kept }) =>
        `a text of ${length} characters is too long for a page: its first ${kept} are shown`,
      hint: () => "keep it in a file of its own and refer to that with `externalValue` or a link",
      about: "In files of more than 16 MB, texts of more than a million characters are cut.",
    },
    pt: {
      message: ({ length, kept }) =>
        `um texto de ${length} caracteres é longo demais para uma página: mostram-se os primeiros ${kept}`,
      hint: () => "guarde-o em um arquivo próprio e aponte para ele com `externalValue` ou um link",
      about:
        "Em arquivos de mais de 16 MB, textos com mais de um milhão de caracteres são cortados.",
    },
  }),
};
