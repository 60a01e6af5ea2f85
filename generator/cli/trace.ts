import { judgedState } from "#model/trace/judged-state.ts";
import { reach } from "#model/trace/reach.ts";
import { type Command, exitCodes } from "./command.ts";
import { findItem, onlyOperand, openProjects, refuseName } from "./reach/open-projects.ts";
import { nameOf, printSections, reachFacts, treeLines } from "./reach/print-reach.ts";
import { reachTexts } from "./reach/texts.ts";

/** Says what an item leads to and what leads to it, and by which way. */
export const trace: Command = {
  usage: "rastro trace <id>",
  summary: {
    "pt-BR": "a que um item leva, o que leva a ele, e por que caminho",
    en: "what an item leads to, what leads to it, and by which way",
  },
  formats: ["markdown"],
  run: async (args) => {
    const written = onlyOperand(args, "traceOperands");
    const { projects, language } = await openProjects(args);
    const found = findItem(projects, written, language) ?? refuseName(projects, written, language);
    const { graph, evaluation } = found.project;
    const { id, title, location } = found.item;
    const [outgoing, incoming] = [reach(graph, [id], "out"), reach(graph, [id], "in")];
    const coverage = judgedState(evaluation.trace.items.get(id));
    if (args.format === "json") {
      const facts = { item: id, title, ...location, coverage: coverage ?? null };
      const ways = { out: reachFacts(graph, outgoing), in: reachFacts(graph, incoming) };
      console.log(JSON.stringify({ ...facts, ...ways }, null, 2));
      return exitCodes.clean;
    }
    const texts = reachTexts[language];
    const lines = (reached: typeof outgoing): readonly string[] =>
      reached.length === 0 ? [`  ${texts.nothing}`] : treeLines(graph, reached);
    const state = coverage === undefined ? "" : `, ${texts.coverage}: ${coverage}`;
    const sections = [
      { title: texts.out, lines: lines(outgoing) },
      { title: texts.in, lines: lines(incoming) },
    ];
    console.log(printSections(`${nameOf(graph, id)}${state}`, sections, args));
    console.log(`\n${texts.legend}`);
    return exitCodes.clean;
  },
};
