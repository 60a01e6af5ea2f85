import { type Arguments, type Command, type ExitCode, UsageError } from "../command.ts";
import { terminalLanguage, textsOf } from "../texts.ts";

type Comparison = (before: string, after: string, args: Arguments) => Promise<ExitCode>;

/** What can be compared; another thing is a file and a line here. */
const comparisons: ReadonlyMap<string, Comparison> = new Map([
  ["api", async (...args) => (await import("./api.ts")).diffApi(...args)],
  ["code", async (...args) => (await import("./code.ts")).diffCode(...args)],
  ["graph", async (...args) => (await import("./graph.ts")).diffGraph(...args)],
  ["schema", async (...args) => (await import("./schema.ts")).diffSchema(...args)],
]);

/** Compares two versions. */
export const diff: Command = {
  usage: "rastro diff api|code|graph|schema <a> <b>",
  examples: [
    "rastro diff api v1.0.0 HEAD",
    "rastro diff api old.yaml new.yaml --fail-on breaking",
    "rastro diff schema v1.0.0 HEAD --format markdown",
  ],
  summary: {
    "pt-BR": "o que mudou entre duas versões, e o que isso quebra",
    en: "what changed between two versions, and what it breaks",
  },
  options: {
    "fail-on": {
      type: "string",
      value: "breaking",
      about: {
        "pt-BR": "sai com 1 quando uma mudança quebra quem usa",
        en: "exits with 1 when a change breaks users",
      },
    },
  },
  formats: ["markdown"],
  run: async (args) => {
    const [what = "", before, after, ...rest] = args.operands;
    const compare = comparisons.get(what);
    if (!compare || before === undefined || after === undefined || rest.length > 0) {
      throw new UsageError(textsOf(args.lang ?? terminalLanguage(process.env)).diffOperands);
    }
    return compare(before, after, args);
  },
};
