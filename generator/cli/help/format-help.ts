import type { Language } from "#model/pages/page.ts";
import type { Command, ListCommands } from "../command.ts";
import { type CommandOptions, commonOptions } from "../options.ts";
import { helpTexts } from "./texts.ts";

type Listed = Awaited<ReturnType<ListCommands>>[number];

/** The word by which a command is called. */
export const nameOf = ({ usage }: Pick<Command, "usage">): string => usage.split(" ")[1] ?? "";

/** What `rastro --help` prints: what there is to do, and where to read more. */
export function formatHelp(commands: readonly Listed[], language: Language): string {
  const texts = helpTexts[language];
  return [
    texts.usage,
    texts.about,
    [texts.commands, ...table(commands.map((each) => [nameOf(each), each.summary[language]]))],
    [texts.options, ...table([...optionRows(commonOptions, language), ["--version", ""]])],
    texts.more,
    texts.exits,
  ]
    .map((part) => (typeof part === "string" ? part : part.join("\n")))
    .join("\n\n");
}

/** What `rastro <command> --help` prints: what it does, takes and looks like when it is used. */
export function formatCommandHelp(command: Command, language: Language): string {
  const texts = helpTexts[language];
  const { usage, summary, options = {}, formats = [], examples } = command;
  const own = optionRows(options, language);
  const common = optionRows(commonOptions, language).map(([name, about]): Row => {
    const forms = ["text", "json", ...formats].join(", ");
    return name.startsWith("--format") ? [name, `${about}: ${forms}`] : [name, about];
  });
  return [
    [`${texts.usageOf} ${usage}`],
    [`${summary[language]}.`],
    [texts.options, ...table([...own, ...common])],
    [texts.examples, ...examples.map((each) => `  ${each}`)],
  ]
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}

type Row = readonly [name: string, about: string];

const optionRows = (options: CommandOptions, language: Language): readonly Row[] =>
  Object.entries(options).map(([name, { value, about }]) => [
    `--${name}${value === undefined ? "" : ` ${value}`}`,
    about[language],
  ]);

function table(rows: readonly Row[]): readonly string[] {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, about]) => `  ${name.padEnd(width)}  ${about}`.trimEnd());
}
