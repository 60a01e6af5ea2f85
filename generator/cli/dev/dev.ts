import { toFinding, sortDiagnostics } from "#diagnostics/index.ts";
import { dirname, resolve } from "node:path";
import {
  type Arguments,
  type Command,
  exitCodes,
  type ExitCode,
  trustOptions,
  UsageError,
} from "../command.ts";
import { siteServer } from "./site-server.ts";
import { watchProject } from "./watch-project.ts";
import { languageWithoutSettings, runProject } from "../project/project-run.ts";
import { printReport } from "../report/print-report.ts";
import { textsOf } from "../texts.ts";

const usualPort = 4321;

/** Serves the site from memory while people write, and shows what they break. */
export const dev: Command = {
  usage: "rastro dev [--port <n>]",
  summary: {
    "pt-BR": "serve o site e o refaz quando um arquivo muda",
    en: "serves the site, and makes it again when a file changes",
  },
  options: { ...trustOptions, port: { type: "string" } },
  run: async (args, all) => {
    const port = portOf(args);
    const server = siteServer();
    const remake = async (): Promise<ExitCode | undefined> => make({ args, all, server });
    const code = await remake();
    if (code !== undefined) return code;
    const texts = textsOf(languageWithoutSettings(args));
    const url = await server.listen(port);
    if (url === undefined) throw new UsageError(texts.portTaken(port));
    console.log(texts.serving(url));
    await watchProject(dirname(resolve(args.config)), async () => {
      await remake();
    });
    return exitCodes.clean;
  },
};

function portOf({ own, lang }: Arguments): number {
  const { port = String(usualPort) } = own;
  const number = typeof port === "string" && /^\d{1,5}$/.test(port) ? Number(port) : undefined;
  if (number === undefined || number > 65_535) throw new UsageError(textsOf(lang ?? "en").noPort);
  return number;
}

interface Making {
  readonly args: Arguments;
  readonly all: Parameters<Command["run"]>[1];
  readonly server: ReturnType<typeof siteServer>;
}

/** Makes the site and shows it; an exit code when there is nothing to show. */
async function make({ args, all, server }: Making): Promise<ExitCode | undefined> {
  const { value: run, diagnostics } = await runProject(args, all);
  const language = run?.language ?? languageWithoutSettings(args);
  const findings = sortDiagnostics(diagnostics).map((each) => toFinding(each, language));
  const urgent = findings.filter(({ severity }) => severity === "error");
  if (run === undefined) {
    printReport({ diagnostics, language }, args);
    server.warn(urgent);
    return server.isServing() ? undefined : exitCodes.couldNotRun;
  }
  const changed = server.show(run.site.files, urgent);
  printReport({ diagnostics, language, lines: [textsOf(language).remade(changed)] }, args);
  return undefined;
}
