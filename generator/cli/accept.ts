import { loadSettings } from "#config/index.ts";
import { awaitsReview, lostReviews, reviewLink, reviewName } from "#evaluate/trace/index.ts";
import type { Graph } from "#model/graph.ts";
import { itemName } from "#model/item.ts";
import type { Language } from "#model/pages/page.ts";
import { linkKey } from "#model/trace/digest.ts";
import { formatLock, type ReviewedLink } from "#model/trace/lock.ts";
import type { TracedLink } from "#model/trace/result.ts";
import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { judge, type JudgedProject } from "../generate.ts";
import { type Arguments, type Command, exitCodes, UsageError } from "./command.ts";
import { languageWithoutSettings } from "./project/project-run.ts";
import { printReport } from "./report/print-report.ts";

const texts = {
  "pt-BR": {
    reason: 'falta o motivo: `--reason "…"`',
    operands: "diga quais vínculos: suas chaves, um item que ligam, ou `--all`",
    noLock: "nenhum projeto registra revisões: declare `traceability: {lock: trace.lock}`",
    unknown: (name: string) =>
      `\`${name}\` não é a chave nem a ponta de um vínculo que espera revisão`,
    accepted: "aceito",
    pruned: "removido",
    nothing: "nada espera revisão",
  },
  en: {
    reason: 'the reason is missing: `--reason "…"`',
    operands: "say which links: their keys, an item that they join, or `--all`",
    noLock: "no project keeps reviews: declare `traceability: {lock: trace.lock}`",
    unknown: (name: string) =>
      `\`${name}\` is neither key nor end of a link that waits for a review`,
    accepted: "accepted",
    pruned: "removed",
    nothing: "nothing waits for a review",
  },
} as const;

/** Writes down that somebody reviewed links; the lock file is all that it touches. */
export const accept: Command = {
  usage: 'rastro accept <link…> --reason "…" [--all] [--prune]',
  examples: [
    'rastro accept REQ-12 --reason "read again, still true"',
    'rastro accept --all --prune --reason "reviewed for 1.2"',
  ],
  summary: {
    "pt-BR": "registra a revisão de vínculos suspeitos ou novos",
    en: "records the review of links that are suspect or new",
  },
  options: {
    reason: {
      type: "string",
      value: "<text>",
      about: { "pt-BR": "o que a revisão concluiu", en: "what the review came to" },
    },
    all: {
      type: "boolean",
      about: { "pt-BR": "todos os vínculos que esperam", en: "every link that waits" },
    },
    prune: {
      type: "boolean",
      about: {
        "pt-BR": "remove revisões de vínculos que não existem mais",
        en: "drops reviews of links that are no more",
      },
    },
  },
  run: async (args) => {
    const { value: settings, diagnostics } = loadSettings(args.config);
    const language = args.lang ?? settings?.languages[0] ?? languageWithoutSettings(args);
    const asked = readAsked(args, language);
    if (settings === undefined) {
      printReport({ diagnostics, language }, args);
      return exitCodes.couldNotRun;
    }
    const { projects } = (await judge(settings)).value;
    const reviews = chooseReviews(projects, asked);
    for (const { file, reviewed } of reviews) writeLock(join(settings.root, file), reviewed);
    report(reviews, args, language);
    return exitCodes.clean;
  },
};

interface Asked {
  readonly names: readonly string[];
  readonly all: boolean;
  readonly prune: boolean;
  readonly reason: string;
  readonly language: Language;
}

function readAsked({ operands, own }: Arguments, language: Language): Asked {
  const reason = typeof own["reason"] === "string" ? own["reason"].trim() : "";
  const [all, prune] = [own["all"] === true, own["prune"] === true];
  if (operands.length === 0 && !all && !prune) throw new UsageError(texts[language].operands);
  if (reason === "") throw new UsageError(texts[language].reason);
  return { names: operands, all, prune, reason, language };
}

/** What a lock file will hold, and what of it is new. */
interface Reviews {
  readonly file: string;
  readonly reviewed: readonly ReviewedLink[];
  readonly accepted: readonly ReviewedLink[];
  readonly pruned: readonly ReviewedLink[];
}

function chooseReviews(projects: readonly JudgedProject[], asked: Asked): readonly Reviews[] {
  const kept = projects.filter(({ graph }) => graph.lock !== undefined);
  if (kept.length === 0) throw new UsageError(texts[asked.language].noLock);
  const waiting = kept.map((project) => project.evaluation.trace.links.filter(awaitsReview));
  const isMeant = (traced: TracedLink, name: string): boolean => namesOf(traced).includes(name);
  const unknown = asked.names.find((name) => !waiting.flat().some((each) => isMeant(each, name)));
  if (unknown !== undefined) throw new UsageError(texts[asked.language].unknown(unknown));
  return kept.map(({ graph, evaluation }, index) => {
    const links = (waiting[index] ?? []).filter(
      (each) => asked.all || asked.names.some((name) => isMeant(each, name)),
    );
    const pruned = asked.prune ? lostReviews(graph, evaluation.trace) : [];
    return mergeReviews(graph, { links, pruned, reason: asked.reason });
  });
}

/** How a link may be named: by its key, or by one of the items that it joins. */
const namesOf = ({ link }: TracedLink): readonly string[] => [
  linkKey(link),
  ...[link.from, link.target ?? link.from].flatMap((id) => [id, itemName(id)]),
];

interface Chosen {
  readonly links: readonly TracedLink[];
  readonly pruned: readonly ReviewedLink[];
  readonly reason: string;
}

/** A review takes the place of an older one of the same link. */
function mergeReviews(graph: Graph, { links, pruned, reason }: Chosen): Reviews {
  const { file = "", reviewed = [] } = graph.lock ?? {};
  const accepted = [
    ...new Map(
      links.map((each) => reviewLink(each, graph, reason)).map((each) => [reviewName(each), each]),
    ).values(),
  ];
  const gone = new Set([...accepted, ...pruned].map(reviewName));
  const before = reviewed.filter((review) => !gone.has(reviewName(review)));
  return { file, reviewed: [...before, ...accepted], accepted, pruned };
}

/** In one step, so that a crash leaves the file of before. */
function writeLock(path: string, reviewed: readonly ReviewedLink[]): void {
  const temporary = `${path}.${String(process.pid)}`;
  writeFileSync(temporary, formatLock(reviewed));
  renameSync(temporary, path);
}

function report(reviews: readonly Reviews[], { format }: Arguments, language: Language): void {
  const [accepted, pruned] = [
    reviews.flatMap((each) => each.accepted),
    reviews.flatMap((each) => each.pruned),
  ];
  if (format === "json") {
    const plain = ({ from, role, to }: ReviewedLink) => ({ from, role, to });
    console.log(
      JSON.stringify({ accepted: accepted.map(plain), pruned: pruned.map(plain) }, null, 2),
    );
    return;
  }
  const words = texts[language];
  const line = (word: string) => (each: ReviewedLink) =>
    `${word}: ${each.from} —${each.role}→ ${each.to}`;
  const lines = [...accepted.map(line(words.accepted)), ...pruned.map(line(words.pruned))];
  console.log(lines.length > 0 ? lines.join("\n") : words.nothing);
}
