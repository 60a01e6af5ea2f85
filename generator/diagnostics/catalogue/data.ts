import { entry } from "./entry.ts";

export const dataCatalogue = {
  "data/unknown-key": entry<{ key: string; known: readonly string[] }>({
    severity: "error",
    en: {
      message: ({ key }) => `the key \`${key}\` is not known here`,
      hint: ({ known }) => `known keys: ${known.map((name) => `\`${name}\``).join(", ")}`,
      about:
        "Keys are checked against the schemas in `schemas/`, so that a misspelt key is never ignored in silence. Use one of the known keys, or remove it.",
    },
    pt: {
      message: ({ key }) => `a chave \`${key}\` não é conhecida aqui`,
      hint: ({ known }) => `chaves conhecidas: ${known.map((name) => `\`${name}\``).join(", ")}`,
      about:
        "As chaves são conferidas com os esquemas em `schemas/`, para que uma chave mal escrita nunca seja ignorada em silêncio. Use uma das chaves conhecidas ou remova-a.",
    },
  }),
  "data/missing-key": entry<{ key: string }>({
    severity: "error",
    en: {
      message: ({ key }) => `the key \`${key}\` is missing`,
      about: "The schema of this kind of data requires the key. Add it with a value.",
    },
    pt: {
      message: ({ key }) => `falta a chave \`${key}\``,
      about: "O esquema deste tipo de dado exige a chave. Acrescente-a com um valor.",
    },
  }),
  "data/wrong-value": entry<{ path: string; expected: string; found: string }>({
    severity: "error",
    en: {
      message: ({ path, expected, found }) => `\`${path}\` must be ${expected}, but is ${found}`,
      about:
        "The value does not fit the schema of its key. The message says what the schema expects and what stands there.",
    },
    pt: {
      message: ({ path, expected, found }) => `\`${path}\` deve ser ${expected}, mas é ${found}`,
      about:
        "O valor não cabe no esquema da chave. A mensagem diz o que o esquema espera e o que está escrito.",
    },
  }),
};
