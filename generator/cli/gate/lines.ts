import type { CriterionResult } from "#model/evaluation.ts";
import type { Criterion } from "#model/evidence.ts";
import { type Item, type ItemId, itemName } from "#model/item.ts";
import type { QuorumResult, SignatureResult } from "#model/programme/sign-off.ts";
import type { Words } from "#render/index.ts";
import type { OpenedGate } from "./open-gate.ts";
import { gateTexts } from "./texts.ts";

const indent = "  ";

/** The verdict and everything that leads to it. */
export function headLines({ name, gate, result, words, language, ...opened }: OpenedGate) {
  const { trust } = result;
  const why = result.because.map((reason) => words(`gates.because-${reason}`)).join("; ");
  const texts = gateTexts[language];
  const trusted = trust?.isKnown ? `${trust.ref} (${trust.commit.slice(0, 12)})` : undefined;
  return [
    `${gate.title} (${name}): ${result.verdict}`,
    `${indent}${why}`,
    `${indent}${texts.judgedAt(opened.now)}${trusted ? ` · ${texts.trust}: ${trusted}` : ""}`,
    "",
  ];
}

/** Two lines for each criterion: its result and statement, then what that rests on. */
export const criteriaLines = (opened: OpenedGate): readonly string[] =>
  opened.result.criteria.flatMap((id) => {
    const { graph, evaluation } = opened.project;
    const item = graph.items.get(id);
    const judged = evaluation.criteria.get(id);
    return item?.kind === "criterion" && judged ? criterionLines(opened, item, judged) : [];
  });

function criterionLines(
  opened: OpenedGate,
  { id, title, attributes }: Item<"criterion">,
  judged: CriterionResult,
): readonly string[] {
  const { words, format, language, result } = opened;
  const texts = gateTexts[language];
  const { observed } = judged;
  const isWaived = result.waivers.some(({ item, state }) => item === id && state === "in-force");
  const parts = [
    observed && `${texts.observed} ${quantity(format.number(observed.value), observed.unit)}`,
    required(opened, attributes),
    words(`reports.grade-${judged.grade}`),
    words(`reports.reason-${judged.reason}`),
    isWaived ? texts.waived : undefined,
  ];
  const evidence = placeOf(opened, judged.evidence);
  const [mark = "", ...label] = words(`reports.result-${slug(judged.result)}`).split(" ");
  return [
    `${mark} ${itemName(id)}  ${title} [${label.join(" ")}]`,
    `${indent}${parts.filter((part) => part !== undefined).join(" · ")}`,
    ...(evidence ? [`${indent}${texts.evidence}: ${evidence}`] : []),
  ];
}

const slug = (text: string): string => text.replaceAll(" ", "-");

const quantity = (number: string, unit = ""): string =>
  unit === "" ? number : `${number} ${unit}`;

const signs = { "<": "<", "<=": "≤", ">": ">", ">=": "≥", "==": "=" } as const;

function required({ format, language }: OpenedGate, criterion: Criterion): string | undefined {
  const { op, threshold, unit, expression, question } = criterion;
  const asked =
    op === undefined || threshold === undefined
      ? (expression ?? question)
      : `${signs[op]} ${quantity(format.number(threshold), unit)}`;
  return asked === undefined ? undefined : `${gateTexts[language].required} ${asked}`;
}

function placeOf({ project }: OpenedGate, id: ItemId | undefined): string | undefined {
  const item = id && project.graph.items.get(id);
  if (!item) return undefined;
  const { file, line } = item.location;
  return `${itemName(item.id)} (${file}${line === undefined ? "" : `:${line}`})`;
}

/** What else a gate asks for: other gates, waivers. */
export function otherLines({ result, words, language }: OpenedGate): readonly string[] {
  const texts = gateTexts[language];
  const requires = result.requires.map(
    ({ name, result: found }) => `${indent}${name}: ${words(`gates.requirement-${slug(found)}`)}`,
  );
  const waivers = result.waivers.map(
    ({ criterion, state, reason, owner, expires }) =>
      `${indent}${criterion}: ${words(`gates.waiver-${state}`)} · ${reason} · ${owner} · ${expires}`,
  );
  return [
    ...(requires.length > 0 ? ["", `${texts.requires}:`, ...requires] : []),
    ...(waivers.length > 0 ? ["", `${texts.waivers}:`, ...waivers] : []),
  ];
}

/** The state of the stored decision, what changed since, and one line for each signature. */
export function signatureLines({ result, words, language }: OpenedGate): readonly string[] {
  const { state, fault, sequence, changes, signatures, quorum, handOver } = result.signOff;
  const texts = gateTexts[language];
  const marks = { added: "+", changed: "~", removed: "-" } as const;
  const changed = (["added", "changed", "removed"] as const).flatMap((kind) =>
    changes[kind].map((path) => `${indent}${marks[kind]} ${path}`),
  );
  const head =
    sequence === undefined ? texts.noRecord : `${words(`gates.state-${state}`)} (${sequence})`;
  return [
    `${texts.signatures}: ${head}${fault ? `: ${words(`gates.fault-${fault}`)}` : ""}`,
    ...changed,
    ...signatures.map(({ role = "?", principal = "?", decision = "?", ...signature }) => {
      const mark = ["counts", "hands-over"].includes(signature.reason) ? "✔" : "✘";
      const why = words(`gates.signature-${signature.reason}`);
      const key = signature.fingerprint === undefined ? "" : ` · ${signature.fingerprint}`;
      return `${mark} ${role} · ${principal} · ${decision} · ${why}${key}${timeOf(signature, words)}`;
    }),
    ...quorum.map(countLine),
    ...(handOver
      ? [
          "",
          words("gates.hand-over-why", { n: handOver.sequence }),
          ...handOver.quorum.map(countLine),
        ]
      : []),
  ];
}

const countLine = ({ role, counted, needed }: QuorumResult): string =>
  `${indent}${role}: ${counted}/${needed}`;

/** The moment that is claimed, and the one that the history shows. */
function timeOf({ signedAt, anchoredAt }: Partial<SignatureResult>, words: Words): string {
  const anchored = anchoredAt && words("gates.anchored", { date: anchoredAt });
  return [signedAt, anchored].flatMap((part) => (part ? [` · ${part}`] : [])).join("");
}
