import { entry } from "./entry.ts";
import {
  type Expectation,
  expectationWords,
  foundInWords,
  type FoundValue,
} from "./input/expectations.ts";

interface WrongValue {
  /** Empty for the whole file. */
  readonly path: string;
  readonly expected: Expectation;
  readonly found: FoundValue;
  readonly example?: string;
}

/** One text where a list of texts is meant: the most frequent slip of all. */
const wantsList = ({ rule, values = [] }: Expectation, found: FoundValue): boolean =>
  rule === "type" &&
  values.join() === "array" &&
  found.type === "text" &&
  !found.text.includes("…");

/** `a`, `b` and `c` */
function named(keys: readonly string[], and: string): string {
  const shown = keys.map((key) => `\`${key}\``);
  return shown.length < 2
    ? shown.join("")
    : `${shown.slice(0, -1).join(", ")} ${and} ${shown.at(-1) ?? ""}`;
}

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
  "data/key-twice": entry<{ key: string; first: string }>({
    severity: "error",
    en: {
      message: ({ key, first }) => `\`${key}\` and \`${first}\` are two names of one key`,
      hint: () => "keep one of the two",
      about:
        "Keys of programme data may be written in English or in Portuguese. Written under both names in one record, nobody can tell which value holds.",
    },
    pt: {
      message: ({ key, first }) => `\`${key}\` e \`${first}\` são dois nomes da mesma chave`,
      hint: () => "fique com um dos dois",
      about:
        "As chaves dos dados do programa podem ser escritas em inglês ou em português. Escrita com os dois nomes no mesmo registro, não se sabe qual valor vale.",
    },
  }),
  "data/missing-key": entry<{ keys: readonly string[]; because: string }>({
    severity: "error",
    en: {
      message: ({ keys, because }) =>
        keys.length === 1
          ? `the key ${named(keys, "")} is missing${because && `; \`${because}\` says nothing without it`}`
          : `the keys ${named(keys, "and")} are missing${because && `; \`${because}\` says nothing without them`}`,
      about: "The schema of this kind of data requires the key. Add it with a value.",
    },
    pt: {
      message: ({ keys, because }) =>
        keys.length === 1
          ? `falta a chave ${named(keys, "")}${because && `; sem ela, \`${because}\` não diz nada`}`
          : `faltam as chaves ${named(keys, "e")}${because && `; sem elas, \`${because}\` não diz nada`}`,
      about: "O esquema deste tipo de dado exige a chave. Acrescente-a com um valor.",
    },
  }),
  "data/wrong-value": entry<WrongValue>({
    severity: "error",
    en: {
      message: ({ path, expected, found }) =>
        `${path === "" ? "the file" : `\`${path}\``} must ${expectationWords(expected, "en")}${foundInWords(expected, found, "en")}`,
      hint: ({ example, expected, found }) =>
        wantsList(expected, found)
          ? `write it as a list: \`[${found.text}]\``
          : example && `for example \`${example}\``,
      about:
        "The value does not fit the schema of its key. The message says what the schema expects and what stands there.",
    },
    pt: {
      message: ({ path, expected, found }) =>
        `${path === "" ? "o arquivo" : `\`${path}\``} deve ${expectationWords(expected, "pt")}${foundInWords(expected, found, "pt")}`,
      hint: ({ example, expected, found }) =>
        wantsList(expected, found)
          ? `escreva-o como lista: \`[${found.text}]\``
          : example && `por exemplo \`${example}\``,
      about:
        "O valor não cabe no esquema da chave. A mensagem diz o que o esquema espera e o que está escrito.",
    },
  }),
  "data/empty-file": entry<Record<never, never>>({
    severity: "error",
    en: {
      message: () => "the file is empty",
      hint: () => "fill it, or name it no more in the settings",
      about:
        "The file holds no value, or only comments. A source without anything in it would leave its pages empty without a word.",
    },
    pt: {
      message: () => "o arquivo está vazio",
      hint: () => "preencha-o ou deixe de nomeá-lo na configuração",
      about:
        "O arquivo não tem nenhum valor, ou só comentários. Uma fonte sem nada deixaria suas páginas vazias sem aviso.",
    },
  }),
};
