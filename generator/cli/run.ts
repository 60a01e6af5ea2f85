// Not by the door: `--version` must not load what settings need.
import { packageVersion } from "#config/package-root.ts";
import { systemMeaning } from "#diagnostics/catalogue/input/system.ts";
import { type Language, languages } from "#model/pages/page.ts";
import { relative } from "node:path";
import {
  type Command,
  exitCodes,
  type Format,
  type ExitCode,
  readArguments,
  type Slip,
  UsageError,
} from "./command.ts";
import { formatCommandHelp, formatHelp, nameOf } from "./help/format-help.ts";
import { terminalLanguage, textsOf } from "./texts.ts";

/** The commands there are; each is loaded only when it is called. */
const commands: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ["init", async () => (await import("./init/init.ts")).init],
  ["gen", async () => (await import("./gen/gen.ts")).gen],
  ["dev", async () => (await import("./dev/dev.ts")).dev],
  ["check", async () => (await import("./check.ts")).check],
  ["fix", async () => (await import("./links/fix.ts")).fix],
  ["diff", async () => (await import("./diff/diff.ts")).diff],
  ["verify", async () => (await import("./verify.ts")).verify],
  ["sync", async () => (await import("./sync/sync.ts")).sync],
  ["measure", async () => (await import("./measure/measure.ts")).measure],
  ["changelog", async () => (await import("./changelog.ts")).changelog],
  ["gate", async () => (await import("./gate/gate.ts")).gate],
  ["accept", async () => (await import("./accept.ts")).accept],
  ["trace", async () => (await import("./trace.ts")).trace],
  ["print", async () => (await import("./print/print.ts")).print],
  ["impact", async () => (await import("./impact.ts")).impact],
  ["explain", async () => (await import("./explain.ts")).explain],
]);

/** Runs one command and returns its exit code; nothing is thrown but what ends the process. */
export async function run(words: readonly string[]): Promise<ExitCode> {
  const [first, ...rest] = words;
  if (first === "--version" || first === "-v") return say(packageVersion());
  // What follows `--` is somebody else's command line.
  const own = words.includes("--") ? words.slice(0, words.indexOf("--")) : words;
  const language = languageOf(own);
  const asksForHelp = first === "help" || own.includes("--help") || own.includes("-h");
  const name = first === "help" ? rest[0] : first;
  if (name === undefined || name.startsWith("-")) {
    say(formatHelp(await listCommands(), language));
    return asksForHelp ? exitCodes.clean : exitCodes.couldNotRun;
  }
  return runNamed(name, rest, { language, asksForHelp });
}

interface Wish {
  readonly language: Language;
  readonly asksForHelp: boolean;
}

async function runNamed(
  name: string,
  words: readonly string[],
  { language, asksForHelp }: Wish,
): Promise<ExitCode> {
  const command = await commands.get(name)?.();
  if (command === undefined) return refuseCommand(name, language);
  return asksForHelp
    ? say(formatCommandHelp(command, language))
    : runCommand(command, words, language);
}

function say(text: string): ExitCode {
  console.log(text);
  return exitCodes.clean;
}

async function refuseCommand(name: string, language: Language): Promise<ExitCode> {
  const texts = textsOf(language);
  const near = await nearest({ written: name, known: [...commands.keys()] }, language);
  return complain(`${texts.unknownCommand(name)}${near}`, texts.seeHelp());
}

async function runCommand(
  command: Command,
  words: readonly string[],
  language: Language,
): Promise<ExitCode> {
  try {
    const args = readArguments(words, textsOf(language), command.options);
    refuseFormat(command, args.format);
    return await command.run(args, listCommands);
  } catch (error) {
    if (error instanceof UsageError) {
      const near = await nearest(error.slip, language);
      return complain(`${error.message}${near}`, textsOf(language).seeHelp(nameOf(command)));
    }
    const refusal = systemRefusal(error, language);
    return refusal === undefined
      ? complain(textsOf(language).bug, describe(error))
      : complain(refusal);
  }
}

/** What the operating system refuses is nobody's defect: the place and the reason, in words. */
function systemRefusal(error: unknown, language: Language): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, syscall, path } = error as NodeJS.ErrnoException;
  const why = code === undefined ? undefined : systemMeaning(code, language);
  if (why === undefined || syscall === undefined) return undefined;
  return `${path === undefined ? "" : `${relative("", path) || "."}: `}${why}`;
}

/** Every command speaks text and JSON; a command that speaks more says so. */
function refuseFormat({ formats = [] }: Command, format: Format): void {
  const known: readonly Format[] = ["text", "json", ...formats];
  if (known.includes(format)) return;
  throw new UsageError(`--format '${format}': ${known.map((each) => `'${each}'`).join(", ")}`);
}

/** What was probably meant; empty when nothing is near. Looking is only worth loading for a mistake. */
async function nearest(slip: Slip | undefined, language: Language): Promise<string> {
  if (slip === undefined) return "";
  const { suggest } = await import("#diagnostics/suggest.ts");
  const near = suggest(slip.written, slip.known);
  return near.length === 0 ? "" : textsOf(language).didYouMean(near);
}

function complain(...lines: readonly string[]): ExitCode {
  console.error(`rastro: ${lines.join("\n")}`);
  return exitCodes.couldNotRun;
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? "" : `\n${describe(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}

/** `--lang` wins over the terminal, also when the rest of the line is wrong. */
function languageOf(words: readonly string[]): Language {
  const asked = words[words.indexOf("--lang") + 1];
  return languages.find((each) => each === asked) ?? terminalLanguage(process.env);
}

/** Every command there is, loaded. */
export const listCommands = (): Promise<readonly Command[]> =>
  Promise.all([...commands.values()].map(async (load) => await load()));
