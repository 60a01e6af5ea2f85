import type { ItemId } from "#model/item.ts";
import { judgedState } from "#model/trace/judged-state.ts";
import { reach, type Reached } from "#model/trace/reach.ts";
import { witnessPath } from "#model/trace/witness.ts";
import { coverageText, shownCoverage } from "#render/index.ts";
import { type Command, exitCodes } from "./command.ts";
import { findItem, onlyOperand, openProjects, refuseName } from "./reach/open-projects.ts";
import {
  nameOf,
  printSections,
  reachFacts,
  type Section,
  type Told,
  toldIn,
  treeLines,
} from "./reach/print-reach.ts";
import { reachTexts } from "./reach/texts.ts";

/** Says what an item leads to and what leads to it, and by which way. */
export const trace: Command = {
  usage: "rastro trace <id>",
  examples: [
    "rastro trace OPT1",
    "rastro trace table:public.users",
    "rastro trace op:getUser --format json",
  ],
  summary: {
    "pt-BR": "a que um item leva, o que leva a ele, e por que caminho",
    en: "what an item leads to, what leads to it, and by which way",
  },
  formats: ["markdown"],
  run: async (args) => {
    const written = onlyOperand(args, "traceOperands");
    const { projects, language } = await openProjects(args);
    const found = findItem(projects, written, language) ?? refuseName(projects, written, language);
    const told: Told = { ...found.project, words: toldIn(language) };
    const { id } = found.item;
    const [out, incoming] = [reach(told.graph, [id], "out"), reach(told.graph, [id], "in")];
    if (args.format === "json") {
      console.log(JSON.stringify(factsOf(told, id, { out, in: incoming }), null, 2));
      return exitCodes.clean;
    }
    const texts = reachTexts[language];
    const section = (title: string, reached: readonly Reached[]): Section => ({
      title: `${title} (${String(reached.length)})`,
      lines: reached.length === 0 ? [`  ${texts.nothing}`] : treeLines(told, reached),
    });
    const sections = [section(texts.out, out), section(texts.in, incoming)];
    const coverage = coverageOf(told, id);
    const known = coverage === "" ? [] : [{ title: texts.coverage, lines: [`  ${coverage}`] }];
    console.log(printSections(nameOf(told, id), [...known, ...sections], args));
    console.log(`\n${texts.legend}`);
    return exitCodes.clean;
  },
};

/** The state, the shortest way to its cause and what is missing there; empty when nobody asks. */
function coverageOf(told: Told, id: ItemId): string {
  const link = (_: ItemId, text = ""): { readonly text: string } => ({ text });
  const shown = shownCoverage({ ...told, link }, id);
  return shown ? coverageText(shown) : "";
}

function factsOf(
  told: Told,
  id: ItemId,
  reached: Readonly<Record<"out" | "in", readonly Reached[]>>,
) {
  const { graph, evaluation } = told;
  const { title = "", location } = graph.items.get(id) ?? {};
  const state = judgedState(evaluation.trace.items.get(id));
  return {
    item: id,
    title,
    ...location,
    coverage: state ?? null,
    witness: state === undefined ? [] : witnessPath(evaluation.trace, id),
    out: reachFacts(told, reached.out),
    in: reachFacts(told, reached.in),
  };
}
