import { type Command, type ExitCode, UsageError } from "../command.ts";
import { trustOptions } from "../options.ts";
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
  examples: [
    "rastro gate status GO-S4",
    "rastro gate statement GO-S4 > statement.json",
    "rastro gate sign GO-S4 --role lead --principal ana@example.com --decision GO --key ~/.ssh/id_ed25519",
    "rastro gate verify GO-S4",
  ],
  summary: {
    "pt-BR": "uma decisão Go/No-Go: status, statement, sign, verify",
    en: "a Go/No-Go decision: status, statement, sign, verify",
  },
  options: {
    "allow-conditional": {
      type: "boolean",
      about: { "pt-BR": "CONDITIONAL sai com 0", en: "CONDITIONAL exits with 0" },
    },
    new: {
      type: "boolean",
      about: {
        "pt-BR": "em statement: uma nova, ainda que a última não tenha assinatura",
        en: "with statement: another one, even if the last has a signature",
      },
    },
    decision: {
      type: "string",
      value: "GO|NO-GO|ABSTAIN",
      about: { "pt-BR": "em sign: o que se decide", en: "with sign: what is decided" },
    },
    role: {
      type: "string",
      value: "<role>",
      about: { "pt-BR": "em sign: o papel de quem assina", en: "with sign: the role of who signs" },
    },
    principal: {
      type: "string",
      value: "<name>",
      about: { "pt-BR": "em sign: quem assina", en: "with sign: who signs" },
    },
    key: {
      type: "string",
      value: "<file>",
      about: {
        "pt-BR": "em sign: a chave SSH com que se assina",
        en: "with sign: the SSH key that signs",
      },
    },
    comment: {
      type: "string",
      value: "<text>",
      about: { "pt-BR": "em sign: um comentário", en: "with sign: a comment" },
    },
    condition: {
      type: "string",
      multiple: true,
      value: "<text>",
      about: {
        "pt-BR": "em sign: uma condição, quantas houver",
        en: "with sign: a condition, as often as needed",
      },
    },
    answer: {
      type: "string",
      multiple: true,
      value: "<criterion>=yes|no",
      about: {
        "pt-BR": "em sign: a resposta a um critério, quantas houver",
        en: "with sign: the answer to a criterion, as often as needed",
      },
    },
    ...trustOptions,
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
