import type { Language } from "#model/pages/page.ts";

/** An option as a command takes it and as its `--help` shows it. */
export interface OptionSpec {
  readonly type: "string" | "boolean";
  readonly multiple?: boolean;
  /** What stands for its value in `--help`. */
  readonly value?: string;
  readonly about: Readonly<Record<Language, string>>;
}

/** Options of one command, by their names. */
export type CommandOptions = Readonly<Record<string, OptionSpec>>;

/** The options of every command. */
export const commonOptions = {
  config: {
    type: "string",
    value: "<file>",
    about: { "pt-BR": "configuração (rastro.config.yaml)", en: "settings (rastro.config.yaml)" },
  },
  format: {
    type: "string",
    value: "<form>",
    about: { "pt-BR": "forma da saída (text)", en: "shape of the output (text)" },
  },
  lang: {
    type: "string",
    value: "pt-BR|en",
    about: { "pt-BR": "idioma das mensagens", en: "language of the messages" },
  },
  "as-of": {
    type: "string",
    value: "<date>",
    about: { "pt-BR": "a data que conta como hoje", en: "the date that counts as today" },
  },
} as const satisfies CommandOptions;

/** The options of every command that reports findings about a project. */
export const reportOptions = {
  strict: {
    type: "boolean",
    about: { "pt-BR": "avisos contam como erros", en: "warnings count as errors" },
  },
  "max-warnings": {
    type: "string",
    value: "<n>",
    about: {
      "pt-BR": "mais avisos do que n é um erro",
      en: "more warnings than n are an error",
    },
  },
} as const satisfies CommandOptions;

/** The option of every command that judges gates. */
export const trustOptions = {
  "trusted-ref": {
    type: "string",
    value: "<ref>",
    about: {
      "pt-BR": "de onde vêm políticas e signatários dos portões",
      en: "where policies and signers of gates come from",
    },
  },
} as const satisfies CommandOptions;

/** The option that names a file of known findings. */
export const baselineOption = {
  baseline: {
    type: "string",
    value: "<file>",
    about: {
      "pt-BR": "o que ele lista é nota, e não impede nada",
      en: "what it lists is a note, and stops nothing",
    },
  },
} as const satisfies CommandOptions;
