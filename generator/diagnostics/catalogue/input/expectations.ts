import { patternWords } from "./pattern-words.ts";

/** What a schema expects of a value: a rule of JSON Schema and its limits. */
export interface Expectation {
  readonly rule: Rule;
  /** The limit, pattern or format. */
  readonly limit?: string | number;
  /** The types or values that are allowed. */
  readonly values?: readonly string[];
}

export type Rule = keyof typeof rules;

/** A value as messages name it: never whole, for it may be long, deep or somebody's secret. */
export interface FoundValue {
  readonly type: "text" | "number" | "truth" | "list" | "mapping" | "nothing";
  /** Of scalars, cut short. */
  readonly text: string;
}

type Words = (expectation: {
  readonly limit: string;
  readonly values: readonly string[];
}) => string;

/** The formats that JSON Schema does not know by itself. */
const formats: Readonly<Record<string, { readonly en: string; readonly pt: string }>> = {
  "calendar-day": { en: "be a day of the calendar", pt: "ser um dia do calendário" },
  "web-address": { en: "be an address on the web", pt: "ser um endereço da web" },
};

interface RuleWords {
  readonly en: Words;
  readonly pt: Words;
}

const words = (en: Words, pt: Words): RuleWords => ({ en, pt });

const code = (text: string): string => (text.includes("`") ? `\`\` ${text} \`\`` : `\`${text}\``);

const enumerate = (names: readonly string[], or: string): string =>
  names.length < 2
    ? names.join("")
    : `${names.slice(0, -1).join(", ")} ${or} ${names.at(-1) ?? ""}`;

const counted = (limit: string, one: string, many: string): string =>
  `${limit} ${limit === "1" ? one : many}`;

const types: Readonly<Record<string, { readonly en: string; readonly pt: string }>> = {
  string: { en: "a text", pt: "um texto" },
  number: { en: "a number", pt: "um número" },
  integer: { en: "a whole number", pt: "um número inteiro" },
  boolean: { en: "`true` or `false`", pt: "`true` ou `false`" },
  array: { en: "a list", pt: "uma lista" },
  object: { en: "a mapping", pt: "um mapeamento" },
  null: { en: "empty", pt: "vazio" },
};

const rules = {
  type: words(
    ({ values }) =>
      `be ${enumerate(
        values.map((each) => types[each]?.en ?? each),
        "or",
      )}`,
    ({ values }) =>
      `ser ${enumerate(
        values.map((each) => types[each]?.pt ?? each),
        "ou",
      )}`,
  ),
  "one-of": words(
    ({ values }) => `be ${values.length > 1 ? "one of " : ""}${values.map(code).join(", ")}`,
    ({ values }) => `ser ${values.length > 1 ? "um destes: " : ""}${values.map(code).join(", ")}`,
  ),
  pattern: words(
    ({ limit }) => patternWords[limit]?.en ?? `match the pattern ${code(limit)}`,
    ({ limit }) => patternWords[limit]?.pt ?? `corresponder ao padrão ${code(limit)}`,
  ),
  format: words(
    ({ limit }) => formats[limit]?.en ?? `have the format ${code(limit)}`,
    ({ limit }) => formats[limit]?.pt ?? `ter o formato ${code(limit)}`,
  ),
  minLength: words(
    ({ limit }) => `have at least ${counted(limit, "character", "characters")}`,
    ({ limit }) => `ter pelo menos ${counted(limit, "caractere", "caracteres")}`,
  ),
  maxLength: words(
    ({ limit }) => `have at most ${counted(limit, "character", "characters")}`,
    ({ limit }) => `ter no máximo ${counted(limit, "caractere", "caracteres")}`,
  ),
  minItems: words(
    ({ limit }) => `have at least ${counted(limit, "entry", "entries")}`,
    ({ limit }) => `ter pelo menos ${counted(limit, "item", "itens")}`,
  ),
  maxItems: words(
    ({ limit }) => `have at most ${counted(limit, "entry", "entries")}`,
    ({ limit }) => `ter no máximo ${counted(limit, "item", "itens")}`,
  ),
  minProperties: words(
    ({ limit }) => `have at least ${counted(limit, "key", "keys")}`,
    ({ limit }) => `ter pelo menos ${counted(limit, "chave", "chaves")}`,
  ),
  maxProperties: words(
    ({ limit }) => `have at most ${counted(limit, "key", "keys")}`,
    ({ limit }) => `ter no máximo ${counted(limit, "chave", "chaves")}`,
  ),
  minimum: words(
    ({ limit }) => `be ${limit} or more`,
    ({ limit }) => `ser ${limit} ou mais`,
  ),
  maximum: words(
    ({ limit }) => `be ${limit} or less`,
    ({ limit }) => `ser ${limit} ou menos`,
  ),
  exclusiveMinimum: words(
    ({ limit }) => `be more than ${limit}`,
    ({ limit }) => `ser maior que ${limit}`,
  ),
  exclusiveMaximum: words(
    ({ limit }) => `be less than ${limit}`,
    ({ limit }) => `ser menor que ${limit}`,
  ),
  multipleOf: words(
    ({ limit }) => `be a multiple of ${limit}`,
    ({ limit }) => `ser múltiplo de ${limit}`,
  ),
  uniqueItems: words(
    () => "have each entry only once",
    () => "ter cada item uma só vez",
  ),
  schema: words(
    () => "be a schema: a mapping, `true` or `false`",
    () => "ser um esquema: um mapeamento, `true` ou `false`",
  ),
  alternative: words(
    () => "fit exactly one of the forms that are allowed here",
    () => "ter exatamente uma das formas permitidas aqui",
  ),
  nothing: words(
    () => "not stand here",
    () => "não estar aqui",
  ),
} as const satisfies Readonly<Record<string, RuleWords>>;

/** The rule after "must", in one language. */
export function expectationWords(
  { rule, limit = "", values = [] }: Expectation,
  language: keyof RuleWords,
): string {
  return rules[rule][language]({ limit: String(limit), values });
}

/** Rules of which the value itself says nothing more. */
const aboutSize: readonly Rule[] = [
  "minLength",
  "maxLength",
  "minItems",
  "maxItems",
  "minProperties",
  "maxProperties",
  "uniqueItems",
  "alternative",
  "nothing",
];

const foundWords: Readonly<
  Record<FoundValue["type"], { readonly en: string; readonly pt: string }>
> = {
  text: { en: "is the text ", pt: "é o texto " },
  number: { en: "is the number ", pt: "é o número " },
  truth: { en: "is ", pt: "é " },
  list: { en: "is a list", pt: "é uma lista" },
  mapping: { en: "is a mapping", pt: "é um mapeamento" },
  nothing: { en: "is empty", pt: "está vazio" },
};

/** What stands there, after the rule: `, but is the number 5`. */
export function foundInWords(
  { rule }: Expectation,
  { type, text }: FoundValue,
  language: keyof RuleWords,
): string {
  if (aboutSize.includes(rule)) return "";
  const value = text === "" && type === "text" ? '""' : text;
  return `, ${{ en: "but", pt: "mas" }[language]} ${foundWords[type][language]}${value && code(value)}`;
}
