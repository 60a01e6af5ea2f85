import { rememberData } from "#data/index.ts";
import { toFinding, sortDiagnostics } from "#diagnostics/index.ts";
import { sitePath } from "#render/index.ts";
import { dirname, resolve } from "node:path";
import { type Arguments, type Command, exitCodes, type ExitCode, UsageError } from "../command.ts";
import { reportOptions, trustOptions } from "../options.ts";
import { shownSite } from "./shown-site.ts";
import { siteServer } from "./site-server.ts";
import { watchProject } from "./watch-project.ts";
import { languageWithoutSettings, runProject } from "../project/project-run.ts";
import { printReport } from "../report/print-report.ts";
import { textsOf } from "../texts.ts";

const usualPort = 4321;

/** Serves the site from memory while people write, and shows what they break. */
export const dev: Command = {
  usage: "rastro dev [--port <n>]",
  examples: ["rastro dev", "rastro dev --port 8080"],
  summary: {
    "pt-BR": "serve o site e o refaz quando um arquivo muda",
    en: "serves the site, and makes it again when a file changes",
  },
  options: {
    port: {
      type: "string",
      value: "<n>",
      about: { "pt-BR": "a porta (4321)", en: "the port (4321)" },
    },
    ...reportOptions,
    ...trustOptions,
  },
  run: async (args, all) => {
    rememberData();
    const port = portOf(args);
    const shown = shownSite();
    const server = siteServer(shown);
    const remake = async (): Promise<ExitCode | undefined> =>
      make({ args, all, shown, isServing: server.isServing() });
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

function portOf(args: Arguments): number {
  const { port = String(usualPort) } = args.own;
  const number = typeof port === "string" && /^\d{1,5}$/.test(port) ? Number(port) : undefined;
  if (number === undefined || number > 65_535)
    throw new UsageError(textsOf(languageWithoutSettings(args)).noPort);
  return number;
}

interface Making {
  readonly args: Arguments;
  readonly all: Parameters<Command["run"]>[1];
  readonly shown: ReturnType<typeof shownSite>;
  readonly isServing: boolean;
}

/** Makes the site and shows it, what somebody looks at first; an exit code when there is nothing to show. */
async function make({ args, all, shown, isServing }: Making): Promise<ExitCode | undefined> {
  let changed = 0;
  const { value: run, diagnostics } = await runProject(args, all, {
    preview: {
      isWanted: (path) => shown.isWatching(sitePath(path)),
      show: async (files) => {
        changed += await shown.preview(files);
      },
    },
  });
  const language = run?.language ?? languageWithoutSettings(args);
  const findings = sortDiagnostics(diagnostics).map((each) => toFinding(each, language));
  const urgent = findings.filter(({ severity }) => severity === "error");
  if (run === undefined) {
    printReport({ diagnostics, language }, args);
    shown.warn(urgent);
    return isServing ? undefined : exitCodes.couldNotRun;
  }
  changed += shown.show(run.site.files, urgent);
  printReport({ diagnostics, language, lines: [textsOf(language).remade(changed)] }, args);
  return undefined;
}
