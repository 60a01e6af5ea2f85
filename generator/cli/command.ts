// Not by the door: `--version` must not load what settings need.
import { isInCalendar } from "#data/calendar.ts";
import { outputNames } from "#diagnostics/outputs/names.ts";
import type { Language } from "#model/pages/page.ts";
import { languages } from "#model/pages/page.ts";
import { parseArgs } from "node:util";
import { type CommandOptions, commonOptions } from "./options.ts";
import type { Texts } from "./texts.ts";

/** One table for all commands (see `rastro --help`). */
export const exitCodes = {
  clean: 0,
  findings: 1,
  couldNotRun: 2,
  /** A gate waits for signatures. */
  pending: 3,
  /** A gate cannot be judged, or what was signed was tampered with. */
  undetermined: 4,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export const formats = ["text", "json", "markdown", ...outputNames] as const;
export type Format = (typeof formats)[number];

/** What the command line says, checked. */
export interface Arguments {
  /** What stands after the command's name. */
  readonly operands: readonly string[];
  readonly config: string;
  readonly format: Format;
  readonly lang?: Language;
  readonly asOf?: string;
  readonly maxWarnings?: number;
  readonly strict: boolean;
  readonly out: boolean;
  /** Which changes make `diff` fail. */
  readonly failOn?: "breaking";
  /** The migration after which the schema is shown. */
  readonly at?: string;
  /** The address of a database to compare with. */
  readonly database?: string;
  /** Options that only this command has, as they were written. */
  readonly own: Readonly<Record<string, OptionValue | undefined>>;
}

export type OptionValue = string | boolean | readonly (string | boolean)[];

/** A command of `rastro`. */
export interface Command {
  /** Its line in `--help`, in each language. */
  readonly summary: Readonly<Record<Language, string>>;
  readonly usage: string;
  /** Command lines that people copy. */
  readonly examples: readonly string[];
  /** Beside those that every command has. */
  readonly options?: CommandOptions;
  /** Beside `text` and `json`. */
  readonly formats?: readonly Format[];
  readonly run: (args: Arguments, all: ListCommands) => Promise<ExitCode>;
}

/** How a command learns of the others: who imports them all cannot be imported by one of them. */
export type ListCommands = () => Promise<readonly Pick<Command, "usage" | "summary">[]>;

/** A name that nobody knows, and those that there are. */
export interface Slip {
  readonly written: string;
  readonly known: readonly string[];
}

/** A mistake on the command line; its message is for the person who typed it. */
export class UsageError extends Error {
  readonly slip: Slip | undefined;

  constructor(message: string, slip?: Slip) {
    super(message);
    this.slip = slip;
  }
}

/** Reads what stands after the command's name; throws a `UsageError` for what is not known. */
export function readArguments(
  words: readonly string[],
  texts: Texts,
  ownOptions: CommandOptions = {},
): Arguments {
  const { values, positionals, own } = parse(words, texts, ownOptions);
  const choice = <Value extends string>(
    option: string,
    written: string | undefined,
    known: readonly Value[],
  ): Value | undefined => oneOf({ option, written, texts }, known);
  const { at, database } = values;
  return {
    operands: positionals,
    own,
    config: values.config ?? "rastro.config.yaml",
    format: choice("format", values.format, formats) ?? "text",
    strict: values.strict ?? false,
    out: values.out ?? false,
    ...present({
      lang: choice("lang", values.lang, languages),
      asOf: isoDate({ option: "as-of", written: values["as-of"], texts }),
      failOn: choice("fail-on", values["fail-on"], ["breaking"] as const),
      maxWarnings: wholeNumber({ option: "max-warnings", written: values["max-warnings"], texts }),
      at,
      database,
    }),
  };
}

type Present<Values> = { readonly [Key in keyof Values]?: Exclude<Values[Key], undefined> };

/** What was not asked for is absent, not undefined. */
const present = <Values extends object>(values: Values): Present<Values> =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Present<Values>;

function parse(words: readonly string[], texts: Texts, ownOptions: CommandOptions) {
  const known: CommandOptions = { ...ownOptions, ...commonOptions };
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: known,
      allowPositionals: true,
    });
    const written: Readonly<Record<string, OptionValue | undefined>> = values;
    const own = Object.keys(ownOptions).map((name) => [name, written[name]] as const);
    return { values: values as Values, positionals, own: Object.fromEntries(own) };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const name = /'([^']*)'/.exec(message)?.[1] ?? message;
    if (code !== "ERR_PARSE_ARGS_UNKNOWN_OPTION") throw new UsageError(texts.optionValue(name));
    const names = Object.keys(known).map((each) => `--${each}`);
    throw new UsageError(texts.unknownOption(name), { written: name, known: names });
  }
}

/** What this file reads itself, of whichever command it is. */
interface Values {
  readonly config?: string;
  readonly format?: string;
  readonly lang?: string;
  readonly "as-of"?: string;
  readonly "max-warnings"?: string;
  readonly strict?: boolean;
  readonly out?: boolean;
  readonly "fail-on"?: string;
  readonly at?: string;
  readonly database?: string;
}

/** An option as it was written, and the words to complain in. */
interface WrittenOption {
  readonly option: string;
  readonly written: string | undefined;
  readonly texts: Texts;
}

function oneOf<Value extends string>(
  { option, written, texts }: WrittenOption,
  known: readonly Value[],
): Value | undefined {
  if (written === undefined) return undefined;
  const found = known.find((value) => value === written);
  if (found === undefined)
    throw new UsageError(texts.wrongOption(option, written, known), { written, known });
  return found;
}

function wholeNumber({ option, written, texts }: WrittenOption): number | undefined {
  if (written === undefined) return undefined;
  if (!/^\d{1,9}$/.test(written)) {
    throw new UsageError(texts.wrongOption(option, written, ["0", "1", "2", "…"]));
  }
  return Number(written);
}

function isoDate({ option, written, texts }: WrittenOption): string | undefined {
  if (written === undefined) return undefined;
  const pattern = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2}))?$/;
  const isDate = pattern.test(written) && !Number.isNaN(Date.parse(written));
  if (!isDate || !isInCalendar(written)) {
    const examples = ["2026-02-10", "2026-02-10T15:00:00Z"];
    throw new UsageError(texts.wrongOption(option, written, examples));
  }
  return written;
}

/** An option's text, when it was given. */
export function textOption({ own }: Arguments, name: string): string | undefined {
  const written = own[name];
  return typeof written === "string" ? written : undefined;
}
