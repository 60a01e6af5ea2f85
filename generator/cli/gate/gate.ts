import { type Command, type ExitCode, UsageError, trustOptions } from "../command.ts";
import { type OpenedGate, openGate } from "./open-gate.ts";
import { gateTexts } from "./texts.ts";
import { languageWithoutSettings } from "../project/project-run.ts";

type Action = (opened: OpenedGate) => ExitCode | Promise<ExitCode>;

/** Each is loaded only when it is asked for. */
const actions: ReadonlyMap<string, () => Promise<Action>> = new Map<string, () => Promise<Action>>([
  ["status", async () => (await import("./status.ts")).status],
  ["statement", async () => (await import("./statement.ts")).statement],
  ["sign", async () => (await import("./sign.ts")).sign],
  ["verify", async () => (await import("./verify.ts")).verify],
]);

/** Says how a Go/No-Go decision stands, prepares it, signs it and verifies it. */
export const gate: Command = {
  usage: "rastro gate <action> <gate>",
  summary: {
    "pt-BR": "uma decisão Go/No-Go: status, statement, sign, verify",
    en: "a Go/No-Go decision: status, statement, sign, verify",
  },
  options: {
    ...trustOptions,
    "allow-conditional": { type: "boolean" },
    new: { type: "boolean" },
    role: { type: "string" },
    principal: { type: "string" },
    decision: { type: "string" },
    key: { type: "string" },
    comment: { type: "string" },
    condition: { type: "string", multiple: true },
    answer: { type: "string", multiple: true },
  },
  run: async (args) => {
    const [action = "", name = "", ...rest] = args.operands;
    const load = actions.get(action);
    if (load === undefined || name === "" || rest.length > 0)
      throw new UsageError(gateTexts[languageWithoutSettings(args)].operands);
    const act = await load();
    const opened = await openGate(args, name);
    return typeof opened === "number" ? opened : act(opened);
  },
};
